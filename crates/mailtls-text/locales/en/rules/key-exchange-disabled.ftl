key-exchange-disabled =
    .title = A key exchange that Exchange Online uses is switched off
    .what = `Enabled` (REG_DWORD) = 0 stands under `KeyExchangeAlgorithms`: { $names }.
    .why = Exchange Online accepts suites with ECDHE and with RSA (PKCS) key exchange. With both off no handshake
        succeeds; with one off fewer suites are left, and some partners may have none in common.
    .remedy = Delete `Enabled` there, or set it to REG_DWORD = 0xffffffff. Then restart the server.
