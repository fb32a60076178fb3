tls-certificate-name-missing =
    .title = Falta o certificado citado pelo conector
    .what = O atributo `TlsCertificateName` de um conector cita um certificado que não está no servidor.
    .why = O Exchange não consegue apresentar o certificado, então o e-mail que exige TLS fica na fila.
    .remedy = Após uma renovação, defina o atributo de novo: monte o nome com `<I>` mais o emissor e `<S>` mais
        o assunto do certificado novo e grave com `Set-SendConnector` ou
        `Set-ReceiveConnector -TlsCertificateName`. A versão do TLS não é a causa; não mexa no Registro.
