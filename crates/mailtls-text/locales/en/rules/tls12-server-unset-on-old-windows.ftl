tls12-server-unset-on-old-windows =
    .title = Windows Server { $os } leaves TLS 1.2 off for incoming connections
    .what = Neither `Enabled` nor `DisabledByDefault` is set under `TLS 1.2\Server`, and Windows Server { $os } does
        not use TLS 1.2 until both are.
    .why = This server accepts TLS 1.0 at most when it receives mail, which Microsoft 365 does not offer: mail from
        there waits and comes back, or arrives unencrypted where nothing demands TLS. HealthChecker shows such a
        server as enabled.
    .remedy = Set `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0 under `TLS 1.2\Server`, then
        restart the server. Windows Server 2008 SP2 needs the update KB4019276 first.
