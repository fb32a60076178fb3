cipher-aes-partly-disabled =
    .title = One of the two AES ciphers is switched off
    .what = `Enabled` (REG_DWORD) = 0 stands under `Ciphers\{ $name }`.
    .why = Exchange Online accepts suites with AES of either key length, so this does not stop mail with Microsoft
        365. Another mail server that offers only the other half shares nothing with this one.
    .remedy = Nothing has to be done for Microsoft 365. If other servers fail to connect, delete `Enabled` there or
        set it to REG_DWORD = 0xffffffff, then restart the server.
