tls12-server-disabled =
    .title = TLS 1.2 is switched off for incoming connections
    .what = `Enabled` (REG_DWORD) = 0 stands under `TLS 1.2\Server`.
    .why = This server cannot accept TLS 1.2 when it receives mail. Microsoft 365 offers nothing older, so its
        handshakes fail: mail from Microsoft 365 waits there and comes back, or arrives unencrypted where
        nothing demands TLS.
    .remedy = Set `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0 under `TLS 1.2\Server`, then
        restart the server.
