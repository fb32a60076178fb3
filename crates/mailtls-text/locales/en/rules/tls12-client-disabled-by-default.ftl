tls12-client-disabled-by-default =
    .title = TLS 1.2 is disabled by default for outgoing connections
    .what = `DisabledByDefault` (REG_DWORD) is not 0 under `TLS 1.2\Client`, and nothing there outweighs it.
    .why = Exchange takes the protocols Windows gives by default, so it goes without TLS 1.2 although `Enabled` may
        say otherwise. Handshakes with Microsoft 365 fail when this server sends.
    .remedy = Set `DisabledByDefault` (REG_DWORD) = 0 and `Enabled` (REG_DWORD) = 1 under `TLS 1.2\Client`, then
        restart the server.
