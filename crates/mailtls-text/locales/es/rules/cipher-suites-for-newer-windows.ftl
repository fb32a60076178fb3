cipher-suites-for-newer-windows =
    .title = La lista de conjuntos de cifrado está escrita para un Windows más nuevo
    .what = `Functions` nombra conjuntos con curvas elípticas sin su curva, y Windows Server { $os } no los conoce.
    .why = Windows ignora estas entradas. Lo que queda para el correo con Exchange Online: { $left }.
    .remedy = Use una lista para Windows Server { $os }, con nombres como TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384,
        o quite la directiva. Después reinicie el servidor.
