send-handshake-failed =
    .title = Microsoft 365 cierra la conexión durante la negociación TLS
    .what = Tras STARTTLS y la respuesta 220, la conexión terminó antes de establecer TLS (palabra del registro:
        { $word }). Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Así rechaza Microsoft 365 TLS 1.0 y TLS 1.1. Si el conector exige TLS, el correo queda en la cola con
        421 4.4.2; si no, sale sin cifrar.
    .remedy = Compruebe TLS 1.2 para las conexiones salientes (`TLS 1.2\Client`): añada aquí una exportación de
        la clave SCHANNEL y la respuesta será segura. Si TLS 1.2 está activado, revise los conjuntos de cifrado
        y los cortafuegos que inspeccionan SMTP.
