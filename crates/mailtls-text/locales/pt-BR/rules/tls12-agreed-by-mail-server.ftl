tls12-agreed-by-mail-server =
    .title = TLS 1.2 ou mais novo foi acertado
    .what = O log mostra um handshake concluído com { $peer }.
    .why = O e-mail nessa conexão é criptografado; a versão de TLS está correta.
    .remedy = Nada a fazer quanto ao TLS.
