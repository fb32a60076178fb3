tls12-value-name-misspelt =
    .title = A TLS 1.2 value is misspelt, so Windows does not read it
    .what = A value under `{ $key }` is almost named `Enabled` (REG_DWORD) or `DisabledByDefault` (REG_DWORD), and
        not quite.
    .why = Schannel never reads this place, so the values do nothing: TLS 1.2 for mail is whatever the right keys
        or Windows’ default make it.
    .remedy = Write `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0 with exactly these names. The
        misspelt value can be deleted; it does no harm.
