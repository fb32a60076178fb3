own-credentials-unusable =
    .title = O certificado ou a chave do próprio servidor não pode ser usado
    .what = O erro trata do certificado deste servidor: a chave privada falta ou não pode ser lida, ou ele não
        está habilitado para SMTP.
    .why = O handshake falha antes de perguntar qualquer coisa à outra ponta; o e-mail que exige TLS fica na
        fila.
    .remedy = Confira com `Get-ExchangeCertificate` qual certificado tem o serviço SMTP e chave privada; importe-o
        de novo com a chave, execute `Enable-ExchangeCertificate -Services SMTP` e defina
        `TlsCertificateName` no conector. Não mexa nos valores de TLS do Registro.
