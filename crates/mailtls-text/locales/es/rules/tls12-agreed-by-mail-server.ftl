tls12-agreed-by-mail-server =
    .title = Se acordó TLS 1.2 o más nuevo
    .what = El registro muestra una negociación terminada con { $peer }.
    .why = El correo de esta conexión va cifrado; su versión de TLS es correcta.
    .remedy = Nada que hacer en cuanto a TLS.
