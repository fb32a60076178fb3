rsa-minimum-above-2048 =
    .title = Windows rechaza los certificados con claves de 2048 bits
    .what = `ClientMinKeyBitLength` (REG_DWORD) = { $bits } en `KeyExchangeAlgorithms\PKCS`.
    .why = Al enviar, este servidor rechaza a los servidores cuya clave RSA es más corta, y 2048 bits es lo que
        tiene la mayoría. La negociación TLS falla aunque los dos lados hablen TLS 1.2.
    .remedy = Establézcalo en REG_DWORD = 2048 o elimínelo y reinicie el servidor.
