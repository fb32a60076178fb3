cipher-aes-partly-disabled =
    .title = Uno de los dos cifrados AES está desactivado
    .what = `Enabled` (REG_DWORD) = 0 figura en `Ciphers\{ $name }`.
    .why = Exchange Online acepta conjuntos con AES de cualquiera de las dos longitudes de clave, así que esto no
        detiene el correo con Microsoft 365. Otro servidor de correo que solo ofrezca la otra mitad no comparte nada con
        este.
    .remedy = Para Microsoft 365 no hay que hacer nada. Si otros servidores no consiguen conectarse, elimine
        `Enabled` allí o establézcalo en REG_DWORD = 0xffffffff y reinicie el servidor.
