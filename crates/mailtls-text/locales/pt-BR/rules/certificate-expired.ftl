certificate-expired =
    .title = Um certificado expirou
    .what = Um dos lados informa que um certificado passou da validade.
    .why = Conectores que conferem certificados recusam a conexão.
    .remedy = Renove o certificado, habilite-o para SMTP e defina-o de novo nos conectores. O Registro não está
        envolvido.
