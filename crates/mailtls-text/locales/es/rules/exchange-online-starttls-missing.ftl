exchange-online-starttls-missing =
    .title = Exchange Online exige TLS y no lo consigue
    .what = Exchange Online quiere entregar a { $peer } mediante TLS y no pudo.
    .why = Exchange Online reintenta durante un día y luego devuelve el mensaje.
    .remedy = Mire el registro de protocolo del conector de recepción a la hora indicada. Sin `STARTTLS` en la
        respuesta a EHLO: revise el certificado y `TlsCertificateName` del conector, y los dispositivos
        intermedios. `TLS negotiation failed`: revise TLS 1.2 para conexiones entrantes (`Server`). Desde
        marzo de 2026 compruebe también que DigiCert Global Root G2 es de confianza.
