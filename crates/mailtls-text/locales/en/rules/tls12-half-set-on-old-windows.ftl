tls12-half-set-on-old-windows =
    .title = Only one of the two TLS 1.2 values is set, and Windows Server { $os } wants both
    .what = Under the role key of TLS 1.2 ({ $roles }) one value is there and the other is missing.
    .why = Windows Server { $os } leaves TLS 1.2 off by default, and turning it on is documented with both values
        only. Whether one is enough is not documented, so TLS 1.2 may be off for mail.
    .remedy = Set both: `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0. Then restart the server.
