insecure-renegotiation-allowed =
    .title = Se permite la renegociación sin protección
    .what = Estos valores (REG_DWORD) no son 0 en `SCHANNEL`: { $names }.
    .why = El correo no se ve afectado. Pueden conectarse equipos sin la protección de RFC 5746, lo que
        debilita TLS.
    .remedy = Establézcalos en REG_DWORD = 0, salvo que un equipo antiguo conocido los necesite.
