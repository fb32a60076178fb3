session-certificate-rejected =
    .title = Um certificado não foi aceito no handshake
    .what = O handshake terminou com a palavra { $word }, que fala de um certificado. Outro lado: { $peer }.
        Conector: { $connector }. Sessões: { $count }.
    .why = Os dois lados já tinham negociado uma versão do TLS; o que os deteve foi o certificado. Mudar o
        Registro não ajudaria.
    .remedy = Confira a validade, os nomes e toda a cadeia do certificado em uso, e se o outro lado confia no
        emissor.
