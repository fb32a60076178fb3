tls12-wrong-type =
    .title = A TLS 1.2 value has the wrong type or size
    .what = `{ $value }` is stored as { $type }. Schannel looks for a REG_DWORD, which has 4 bytes.
    .why = What Windows does with such a value is not documented. It may ignore it and fall back to its default, so
        TLS 1.2 may be off although the value looks right.
    .remedy = Write it again as REG_DWORD: `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0. Then
        restart the server.
