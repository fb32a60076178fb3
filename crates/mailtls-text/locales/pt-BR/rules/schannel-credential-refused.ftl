schannel-credential-refused =
    .title = O Windows não conseguiu criar uma credencial TLS
    .what = O Schannel falhou antes de qualquer conexão.
    .why = Programas que usam esse papel, cliente ou servidor, ficam sem TLS.
    .remedy = Acrescente a exportação do Registro: todas as versões de TLS desligadas para um papel causam este
        evento. Se ao menos o TLS 1.2 está ligado, confira o certificado e a permissão sobre a chave
        privada.
