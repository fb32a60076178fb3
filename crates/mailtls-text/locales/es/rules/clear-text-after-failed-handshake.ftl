clear-text-after-failed-handshake =
    .title = El correo sale sin cifrar tras un protocolo de enlace fallido
    .what = Justo después de fallar el protocolo de enlace, el correo fue al mismo extremo en texto claro. Otro
        extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Nadie recibe un NDR, así que pasa inadvertido: el correo llega, legible para cualquiera en el
        camino.
    .remedy = Corrija lo que hizo fallar el protocolo de enlace. Después, RequireTLS en el conector asegura que
        siga así.
