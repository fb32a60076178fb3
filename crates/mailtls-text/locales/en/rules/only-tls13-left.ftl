only-tls13-left =
    .title = TLS 1.3 is on and TLS 1.2 is off
    .what = TLS 1.3 is switched on in the registry while TLS 1.2 is off for the same role.
    .why = Exchange does not use TLS 1.3 for SMTP. With TLS 1.2 off, mail in this direction has no version that
        Microsoft 365 accepts.
    .remedy = Switch TLS 1.2 on again: `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0 under `TLS
        1.2`. TLS 1.3 may stay as it is.
