tls12-client-disabled =
    .title = TLS 1.2 is switched off for outgoing connections
    .what = `Enabled` (REG_DWORD) = 0 stands under `TLS 1.2\Client`.
    .why = This server cannot offer TLS 1.2 when it sends mail. Microsoft 365 accepts nothing older, so its
        handshakes fail: mail waits in the queue with 421 4.4.2, or leaves unencrypted where the connector
        allows that.
    .remedy = Set `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0 under `TLS 1.2\Client`, then
        restart the server.
