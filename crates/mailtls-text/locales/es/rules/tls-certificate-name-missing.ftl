tls-certificate-name-missing =
    .title = Falta el certificado que nombra el conector
    .what = El atributo `TlsCertificateName` de un conector nombra un certificado que no está en el servidor.
    .why = Exchange no puede presentar su certificado, así que el correo que exige TLS queda en la cola.
    .remedy = Tras una renovación, vuelva a fijar el atributo: forme el nombre con `<I>` más el emisor y `<S>` más
        el asunto del certificado nuevo y escríbalo con `Set-SendConnector` o `Set-ReceiveConnector
        -TlsCertificateName`. La versión de TLS no es la causa; no toque el Registro.
