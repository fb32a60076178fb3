tls12-client-enabled =
    .title = TLS 1.2 is switched on for outgoing connections
    .what = Both values under `TLS 1.2\Client` are set as documented: `Enabled` (REG_DWORD) is not 0 and
        `DisabledByDefault` (REG_DWORD) = 0.
    .why = Windows can use TLS 1.2 when this server sends mail. The settings take effect with the next restart
        after they were written.
    .remedy = Nothing to change here. If handshakes still fail, look at the cipher suites, the certificates and the
        version of Exchange.
