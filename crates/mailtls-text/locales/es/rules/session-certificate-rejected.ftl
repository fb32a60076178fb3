session-certificate-rejected =
    .title = Un certificado no se aceptó en la negociación TLS
    .what = La negociación TLS terminó con la palabra { $word }, que habla de un certificado. Otro extremo:
        { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Ambos lados ya habían acordado una versión de TLS; lo que los detuvo fue el certificado. Cambiar el
        Registro no ayudaría.
    .remedy = Revise la fecha, los nombres y toda la cadena del certificado en uso, y si el otro lado confía en su
        emisor.
