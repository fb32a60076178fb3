local-certificate-unusable =
    .title = Este servidor no puede usar su propio certificado para TLS
    .what = La negociación TLS terminó con la palabra { $word }, que Windows dice de su propio certificado. Otro
        extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = El certificado del conector no tiene una clave privada utilizable, no está habilitado para SMTP o ya
        no existe. TLS 1.2 no tiene nada que ver: cambiar el Registro no ayudaría.
    .remedy = Revise el certificado con Get-ExchangeCertificate, habilítelo para SMTP o impórtelo de nuevo con
        su clave privada, y vuelva a establecer `TlsCertificateName` en el conector.
