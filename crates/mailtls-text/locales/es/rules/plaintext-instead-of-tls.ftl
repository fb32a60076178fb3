plaintext-instead-of-tls =
    .title = Texto sin cifrar frente a TLS: puerto o modo confundido
    .what = Un lado empezó con TLS mientras el otro aún hablaba SMTP sin cifrar. A pesar de sus palabras, el
        error no trata de una versión de TLS.
    .why = La conexión termina antes de que empiece TLS.
    .remedy = Use STARTTLS en los puertos 25 y 587, y TLS implícito solo en el 465. Microsoft 365 no ofrece el
        puerto 465: configure el programa con STARTTLS en el puerto 587.
