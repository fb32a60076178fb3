starttls-required-by-sender =
    .title = El conector exige TLS y no lo consiguió
    .what = Lo escribió el propio servidor que envía: su conector solo admite correo mediante TLS y no hubo TLS.
    .why = El mensaje queda en la cola hasta que TLS funcione.
    .remedy = El registro de protocolo del conector de envío distingue los dos motivos: no hay `STARTTLS` en la
        respuesta del otro extremo a EHLO (un dispositivo intermedio, una dirección bloqueada o el
        certificado del otro extremo), o después aparece `TLS negotiation failed` (certificado o versión de
        TLS).
