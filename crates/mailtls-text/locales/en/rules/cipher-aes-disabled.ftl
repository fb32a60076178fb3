cipher-aes-disabled =
    .title = AES is switched off
    .what = `Enabled` (REG_DWORD) = 0 stands under both `Ciphers\AES 128/128` and `Ciphers\AES 256/256`.
    .why = Every cipher suite that Exchange Online accepts uses AES. TLS 1.2 may be on and still no handshake with
        Microsoft 365 succeeds, in either direction.
    .remedy = Delete `Enabled` under both keys, or set it to REG_DWORD = 0xffffffff. Then restart the server.
