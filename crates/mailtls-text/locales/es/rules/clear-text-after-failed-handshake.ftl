clear-text-after-failed-handshake =
    .title = El correo sale sin cifrar tras una negociación TLS fallida
    .what = Justo después de fallar la negociación TLS, el correo salió sin cifrar hacia el mismo extremo. Otro
        extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Nadie recibe un NDR, así que pasa inadvertido: el correo llega, legible para cualquiera en el
        camino.
    .remedy = Corrija lo que hizo fallar la negociación. Después, RequireTLS en el conector asegura que siga
        así.
