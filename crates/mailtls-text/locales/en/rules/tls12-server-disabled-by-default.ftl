tls12-server-disabled-by-default =
    .title = TLS 1.2 is disabled by default for incoming connections
    .what = `DisabledByDefault` (REG_DWORD) is not 0 under `TLS 1.2\Server`, and nothing there outweighs it.
    .why = Exchange takes the protocols Windows gives by default, so it goes without TLS 1.2 although `Enabled` may
        say otherwise. Handshakes fail when Microsoft 365 sends to this server.
    .remedy = Set `DisabledByDefault` (REG_DWORD) = 0 and `Enabled` (REG_DWORD) = 1 under `TLS 1.2\Server`, then
        restart the server.
