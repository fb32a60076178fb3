root-not-trusted =
    .title = La raíz de un certificado no es de confianza
    .what = Uno de los lados no conoce el certificado raíz en el que termina el certificado del otro.
    .why = La negociación se corta después de acordar la versión de TLS; el correo que exige TLS se detiene.
    .remedy = Si el certificado lo presenta Microsoft 365, instale DigiCert Global Root G2 (huella
        DF3C24F9BFD666761B268073FE06D1CC8D4F82A4) o permita que Windows vuelva a actualizar sus raíces. Si
        lo presenta su servidor, envíe la cadena completa. Los valores del Registro para las versiones de
        TLS no intervienen.
