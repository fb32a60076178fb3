own-credentials-unusable =
    .title = El certificado o la clave del propio servidor no se puede usar
    .what = El error trata del certificado de este servidor: falta su clave privada o no se puede leer, o no
        está habilitado para SMTP.
    .why = La negociación falla antes de preguntar nada al otro extremo; el correo que exige TLS queda en la
        cola.
    .remedy = Compruebe con `Get-ExchangeCertificate` qué certificado tiene el servicio SMTP y clave privada;
        vuelva a importarlo con su clave, ejecute `Enable-ExchangeCertificate -Services SMTP` y fije
        `TlsCertificateName` en el conector. No toque los valores de TLS del Registro.
