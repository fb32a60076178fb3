tls12-unset =
    .title = TLS 1.2 depende de qué Windows sea
    .what = El Registro no define los dos valores de TLS 1.2 ({ $roles }), y la entrada no dice de qué Windows
        Server procede.
    .why = Windows Server 2012 y posteriores usan TLS 1.2 sin estos valores: el correo no se ve afectado. Windows
        Server 2008 SP2 y 2008 R2 lo dejan desactivado, y Microsoft 365 rechaza entonces la negociación TLS.
    .remedy = Indique la versión de Windows Server. La corrección ofrecida aquí lo activa de forma explícita y es
        correcta en todas.
