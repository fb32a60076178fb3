tls-start-failed =
    .title = El servidor de correo no pudo iniciar TLS
    .what = STARTTLS se aceptó y después falló la negociación. Lo habitual es que no haya ninguna versión de TLS
        o ningún conjunto de cifrado en común; estas palabras no dicen cuál de las dos.
    .why = El correo a este servidor espera en la cola y al final se devuelve.
    .remedy = Busque en el registro del servidor de correo el mismo minuto: la línea `TLS library problem` nombra
        el motivo (`protocol version`, `unsupported protocol`, `handshake failure`). `openssl s_client -starttls
        smtp -connect HOST:25 -tls1_2` muestra si el otro extremo admite TLS 1.2. Si lo admite, permita TLS 1.2
        en su lado: en Postfix `smtp_tls_protocols` y `smtp_tls_mandatory_protocols`, y después `postfix reload`.
