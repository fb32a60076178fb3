cipher-suites-not-shared =
    .title = Ningún conjunto de cifrado en común
    .what = Se conectó un cliente cuyos conjuntos de cifrado este servidor no tiene o no puede usar.
    .why = Ese cliente no obtiene conexión cifrada.
    .remedy = Averigüe qué cliente es: puede ser un dispositivo interno antiguo. Si afecta al correo de Microsoft
        365, restaure en la directiva los conjuntos que usa (ECDHE con RSA y AES) y compruebe que AES, SHA y
        ECDH no estén desactivados en el Registro.
