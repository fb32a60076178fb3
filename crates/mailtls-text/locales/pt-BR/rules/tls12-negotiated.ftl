tls12-negotiated =
    .title = O TLS 1.2 funciona com o Microsoft 365
    .what = O log mostra o TLS negociado na versão { $word }. Outro lado: { $peer }. Conector: { $connector }.
        Sessões: { $count }.
    .why = Neste sentido, não é a versão do TLS que impede o e-mail.
    .remedy = Nada a fazer quanto ao TLS. Se o e-mail ainda falha, a causa é outra.
