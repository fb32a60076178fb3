handshake-failed-unexplained =
    .title = Una negociación TLS falló sin motivo indicado
    .what = Se informa del fallo, pero no de su motivo.
    .why = La conexión no se cifra; el correo espera o va sin cifrar.
    .remedy = Pegue las líneas anteriores y posteriores, o suba el nivel de registro (Postfix: `smtp_tls_loglevel
        = 1`) para que aparezca el mensaje de la biblioteca.
