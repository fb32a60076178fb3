mail-sent-in-clear-text =
    .title = El correo salió sin cifrar
    .what = Tras fallar TLS, el mensaje se envió sin cifrado.
    .why = Nadie recibe un rebote; el mensaje se pudo leer en el camino.
    .remedy = Arregle la negociación (las líneas anteriores dicen por qué falló) y después exija TLS para este
        extremo.
