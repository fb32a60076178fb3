rsa-minimum-above-2048 =
    .title = Windows rejects certificates with 2048-bit keys
    .what = `ClientMinKeyBitLength` (REG_DWORD) = { $bits } under `KeyExchangeAlgorithms\PKCS`.
    .why = When this server sends, it refuses partners whose RSA key is shorter, and 2048 bits is what most of them
        have. The handshake fails although both sides speak TLS 1.2.
    .remedy = Set it to REG_DWORD = 2048 or delete it, then restart the server.
