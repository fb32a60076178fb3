server-only-old-tls =
    .title = O servidor citado ao lado do erro não tem TLS 1.2
    .what = O texto cita uma versão de servidor cujo protocolo mais novo é TLS 1.0.
    .why = O Microsoft 365 recusa TLS 1.0, então o e-mail entre os dois para ou segue sem criptografia.
    .remedy = Nenhum arquivo .reg ajuda. Migre o e-mail para um servidor com versões do Exchange e do Windows
        que tenham suporte, ou coloque no meio um relay que use TLS 1.2.
