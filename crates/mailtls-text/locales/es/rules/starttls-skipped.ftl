starttls-skipped =
    .title = El correo se intentó enviar sin cifrar y Microsoft 365 lo rechazó
    .what = Se ofreció STARTTLS y no se usó, y el correo se rechazó por falta de TLS. Otro extremo: { $peer }.
        Conector: { $connector }. Sesiones: { $count }.
    .why = Exchange lo hace en su segundo intento, tras una negociación TLS fallida. La causa es ese fallo, casi
        siempre la falta de TLS 1.2 en las conexiones salientes.
    .remedy = Busque la sesión inmediatamente anterior con `TLS negotiation failed` y añada aquí una exportación
        de la clave SCHANNEL.
