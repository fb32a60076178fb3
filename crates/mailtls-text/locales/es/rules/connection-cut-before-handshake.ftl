connection-cut-before-handshake =
    .title = La conexión se cortó antes de cualquier protocolo de enlace TLS
    .what = La conexión terminó con { $word } y nunca se envió STARTTLS. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Sin protocolo de enlace, esto no dice nada de las versiones de TLS.
    .remedy = Mire la red y lo que registra el otro lado; la configuración de TLS de este servidor no es el sitio.
