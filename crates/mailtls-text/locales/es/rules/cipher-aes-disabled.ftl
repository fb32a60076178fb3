cipher-aes-disabled =
    .title = AES está desactivado
    .what = `Enabled` (REG_DWORD) = 0 figura tanto en `Ciphers\AES 128/128` como en `Ciphers\AES 256/256`.
    .why = Todos los conjuntos de cifrado que Exchange Online acepta usan AES. TLS 1.2 puede estar activado y aun
        así ninguna negociación con Microsoft 365 tiene éxito, en ninguno de los dos sentidos.
    .remedy = Elimine `Enabled` en ambas claves, o establézcalo en REG_DWORD = 0xffffffff. Después reinicie el
        servidor.
