local-certificate-unusable =
    .title = Este servidor não consegue usar o próprio certificado para TLS
    .what = O handshake terminou com a palavra { $word }, que o Windows diz do próprio certificado. Outro lado:
        { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = O certificado do conector não tem chave privada utilizável, não está habilitado para SMTP ou não
        existe mais. O TLS 1.2 não tem nada a ver com isso: mudar o Registro não ajudaria.
    .remedy = Confira o certificado com Get-ExchangeCertificate, habilite-o para SMTP ou importe-o de novo com a
        chave privada, e defina de novo `TlsCertificateName` no conector.
