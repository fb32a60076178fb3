tls12-agreed-by-mail-server =
    .title = TLS 1.2 ou mais recente foi negociado
    .what = O log mostra um handshake concluído com { $peer }.
    .why = O e-mail nessa conexão é criptografado; a versão do TLS está correta.
    .remedy = Nada a fazer quanto ao TLS.
