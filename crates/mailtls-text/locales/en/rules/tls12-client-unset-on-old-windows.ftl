tls12-client-unset-on-old-windows =
    .title = Windows Server { $os } leaves TLS 1.2 off for outgoing connections
    .what = Neither `Enabled` nor `DisabledByDefault` is set under `TLS 1.2\Client`, and Windows Server { $os } does
        not use TLS 1.2 until both are.
    .why = This server offers TLS 1.0 at most when it sends mail, which Microsoft 365 refuses: mail waits in the
        queue with 421 4.4.2, or leaves unencrypted where the connector allows that. HealthChecker shows such a
        server as enabled.
    .remedy = Set `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0 under `TLS 1.2\Client`, then
        restart the server. Windows Server 2008 SP2 needs the update KB4019276 first.
