clear-text-after-failed-handshake =
    .title = El correo sale sin cifrar tras una negociación fallida
    .what = Justo después de fallar la negociación TLS, el correo fue al mismo extremo sin cifrar. Otro
        extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Nadie recibe un NDR, así que pasa inadvertido: el correo llega, legible para cualquiera en el
        camino.
    .remedy = Corrija lo que hizo fallar la negociación TLS. Después, RequireTLS en el conector asegura que
        siga así.
