session-authentication-failed =
    .title = Falló la autenticación en una sesión SMTP
    .what = El registro dice que falló el inicio de sesión. Otro extremo: { $peer }. Conector: { $connector }.
        Sesiones: { $count }.
    .why = Una contraseña, una cuenta o la confianza entre dos servidores no es correcta. El fallo no es de TLS.
    .remedy = Revise la cuenta o, entre servidores Exchange, el reloj, la confianza de dominio y la autenticación
        del conector.
