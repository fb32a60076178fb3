root-not-trusted =
    .title = A raiz de um certificado não é confiável
    .what = Um dos lados não conhece o certificado raiz em que termina o certificado do outro.
    .why = O handshake é interrompido depois de negociada a versão do TLS; o e-mail que exige TLS para.
    .remedy = Se é o Microsoft 365 que apresenta o certificado, instale o DigiCert Global Root G2 (impressão
        digital DF3C24F9BFD666761B268073FE06D1CC8D4F82A4) ou deixe o Windows atualizar as raízes. Se é o seu
        servidor, envie a cadeia completa. Os valores do Registro para versões do TLS não estão envolvidos.
