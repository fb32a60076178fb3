tls13-on-unsupported-windows =
    .title = TLS 1.3 is switched on where Windows has none
    .what = `Enabled` (REG_DWORD) is not 0 under `TLS 1.3`, on Windows Server { $os }.
    .why = Windows has TLS 1.3 from Windows Server 2022 on. Microsoft calls switching it on earlier an unsafe
        configuration: handshakes may fail in ways that are hard to trace. SMTP gains nothing from it.
    .remedy = Delete the values under `TLS 1.3`, then restart the server.
