tls-negotiation-quoted =
    .title = La negociación TLS falló con SocketError
    .what = Se cita una línea del registro de protocolo: el otro extremo cerró la conexión durante la
        negociación TLS.
    .why = El correo que exige TLS queda en la cola; el resto puede salir sin cifrar.
    .remedy = Pegue la sesión completa del registro de protocolo, de `+` a `-`: muestra el otro extremo y lo que
        pasó antes. Añada la exportación del Registro del servidor.
