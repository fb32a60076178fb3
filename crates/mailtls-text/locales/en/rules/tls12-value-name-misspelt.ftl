tls12-value-name-misspelt =
    .title = A TLS 1.2 value is misspelt, so Windows does not read it
    .what = A value under `{ $key }` is almost named `Enabled` (REG_DWORD) or `DisabledByDefault` (REG_DWORD), and
        not quite.
    .why = Schannel looks for these values by their exact names, so this one does nothing: TLS 1.2 for mail stays as
        the right values or the default of Windows say.
    .remedy = Write `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0 with exactly these names. The
        misspelt value can be deleted; it does no harm.
