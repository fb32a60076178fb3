tls12-wrong-type =
    .title = Un valor de TLS 1.2 tiene un tipo o tamaño incorrecto
    .what = `{ $value }` está guardado como { $type }. Schannel busca un REG_DWORD, que ocupa 4 bytes.
    .why = No está documentado qué hace Windows con un valor así. Puede ignorarlo y volver a su valor
        predeterminado, de modo que TLS 1.2 podría estar desactivado aunque el valor parezca correcto.
    .remedy = Escríbalo de nuevo como REG_DWORD: `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0.
        Después reinicie el servidor.
