handshake-failed-unexplained =
    .title = Um handshake TLS falhou sem motivo informado
    .what = A falha é informada, o motivo não.
    .why = A conexão não é criptografada; a mensagem espera ou segue sem criptografia.
    .remedy = Cole as linhas antes e depois, ou aumente o nível do log (Postfix: `smtp_tls_loglevel = 1`) para
        incluir a mensagem da biblioteca.
