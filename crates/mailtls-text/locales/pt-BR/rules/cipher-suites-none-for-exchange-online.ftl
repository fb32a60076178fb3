cipher-suites-none-for-exchange-online =
    .title = A lista de conjuntos de criptografia não tem nenhum que o Exchange Online aceite
    .what = `Functions` lista conjuntos de criptografia, e nenhum é dos que o Exchange Online aceita com TLS 1.2.
        Conjuntos na lista: { $count }.
    .why = Os dois lados usam TLS 1.2 e mesmo assim não têm nada em comum, então o handshake falha nos dois
        sentidos. As configurações de versão do TLS não ajudam aqui.
    .remedy = Acrescente à política pelo menos TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 e
        TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (até o Windows Server 2012 R2:
        TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384), ou remova a política, e reinicie o servidor.
