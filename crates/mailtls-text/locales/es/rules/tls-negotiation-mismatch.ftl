tls-negotiation-mismatch =
    .title = Ningún protocolo o conjunto de cifrado en común
    .what = La negociación terminó porque los dos lados no comparten versión de protocolo o conjunto de cifrado.
    .why = No se establece conexión cifrada; el correo que exige TLS se detiene.
    .remedy = Exporte las claves `SCHANNEL` y la directiva de conjuntos de cifrado (`SSL\00010002`) de este
        servidor y añádalas aquí: muestran si TLS 1.2 está desactivado o si se quitaron sus conjuntos de
        cifrado.
