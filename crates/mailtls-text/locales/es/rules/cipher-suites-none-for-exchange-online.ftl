cipher-suites-none-for-exchange-online =
    .title = La lista de conjuntos de cifrado no tiene ninguno que Exchange Online acepte
    .what = `Functions` enumera conjuntos de cifrado, y ninguno es de los que Exchange Online acepta con TLS 1.2.
        Conjuntos en la lista: { $count }.
    .why = Los dos lados hablan TLS 1.2 y aun así no comparten nada, así que la negociación TLS falla en ambos
        sentidos. La configuración de la versión de TLS no ayuda aquí.
    .remedy = Añada a la directiva al menos TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 y
        TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (hasta Windows Server 2012 R2:
        TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384), o quite la directiva, y reinicie el servidor.
