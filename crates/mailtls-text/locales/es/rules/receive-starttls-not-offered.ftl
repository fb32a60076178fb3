receive-starttls-not-offered =
    .title = Este servidor no ofrece STARTTLS a Microsoft 365
    .what = La respuesta de este servidor a EHLO está completa y no contiene STARTTLS. Otro extremo: { $peer }.
        Conector: { $connector }. Sesiones: { $count }.
    .why = Exchange omite STARTTLS cuando no encuentra un certificado que pueda usar. El correo de Microsoft
        365 que exige TLS no entra.
    .remedy = Revise TlsCertificateName del conector de recepción, la cadena de ese certificado y el evento 12014.
        La versión de TLS no interviene.
