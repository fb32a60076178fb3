starttls-rejected =
    .title = El servidor ofreció STARTTLS y luego se negó a empezar
    .what = El servidor respondió a STARTTLS con { $word }. Otro extremo: { $peer }. Conector: { $connector }.
        Sesiones: { $count }.
    .why = Ese servidor no puede usar su propio certificado o tiene otro fallo. No se probó ninguna versión de
        TLS.
    .remedy = Lea la respuesta en las pruebas. En un registro de envío debe mirar el otro lado; en uno de
        recepción, revise el certificado SMTP de este servidor.
