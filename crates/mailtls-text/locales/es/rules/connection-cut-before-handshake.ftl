connection-cut-before-handshake =
    .title = La conexión se cortó antes de cualquier negociación TLS
    .what = La conexión terminó con { $word } y nunca se envió STARTTLS. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Sin negociación TLS, esto no dice nada de las versiones de TLS.
    .remedy = Mire la red y lo que registra el otro lado; la configuración de TLS de este servidor no es donde
        hay que buscar.
