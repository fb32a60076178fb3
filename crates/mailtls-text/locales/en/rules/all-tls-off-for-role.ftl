all-tls-off-for-role =
    .title = No TLS version is left for { $role }
    .what = TLS 1.0, TLS 1.1 and TLS 1.2 are all switched off under `{ $role }`.
    .why = This server cannot use TLS at all in this direction. Windows may log Schannel event 36871,
        and mail that must be encrypted stops with every partner, not only with Microsoft 365.
    .remedy = Switch TLS 1.2 on: `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0. The
        old versions can stay off.
