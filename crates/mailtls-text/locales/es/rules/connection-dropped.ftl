connection-dropped =
    .title = La conexión se cortó
    .what = El otro extremo, o un dispositivo intermedio, terminó la conexión.
    .why = El correo se reintenta y se devuelve si persiste.
    .remedy = El registro de protocolo del servidor local muestra en qué paso ocurre. Durante la negociación:
        revise TLS 1.2 y los dispositivos que inspeccionan SMTP. Durante el mensaje: revise los límites de
        tamaño y de tiempo.
