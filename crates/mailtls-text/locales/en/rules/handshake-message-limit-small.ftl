handshake-message-limit-small =
    .title = Windows accepts only small TLS handshakes
    .what = `{ $name }` (REG_DWORD) = { $number } is below the default of Windows.
    .why = Long certificate chains do not fit, so handshakes with some partners fail although both sides speak TLS
        1.2.
    .remedy = Delete the value to return to the default, then restart the server.
