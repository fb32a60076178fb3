connection-cut-after-tls =
    .title = La conexión se cortó después de establecer TLS
    .what = En esta sesión se acordó TLS y la conexión terminó después con { $word }. Otro extremo: { $peer }.
        Conector: { $connector }. Sesiones: { $count }.
    .why = En una cola o en un NDR se lee como una negociación TLS fallida (421 4.4.2), pero la versión de TLS
        era correcta.
    .remedy = Mire qué corta las conexiones largas: cortafuegos, límites de tamaño, antivirus o el otro lado.
