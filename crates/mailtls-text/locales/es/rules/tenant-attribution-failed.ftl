tenant-attribution-failed =
    .title = Microsoft 365 no reconoce al servidor que envía
    .what = La conexión se estableció, pero su certificado o dirección no corresponde a ningún conector de
        entrada de la organización.
    .why = Microsoft 365 se niega a retransmitir el mensaje.
    .remedy = Compare el certificado que presenta el conector de envío con `TlsSenderCertificateName` del conector
        de entrada, y los dominios aceptados. La versión de TLS no es la causa.
