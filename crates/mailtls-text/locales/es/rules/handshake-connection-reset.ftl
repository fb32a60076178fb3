handshake-connection-reset =
    .title = La conexión se restableció durante la negociación TLS
    .what = Tras STARTTLS la conexión se restableció (palabra del registro: { $word }). Otro extremo: { $peer }.
        Conector: { $connector }. Sesiones: { $count }.
    .why = Un restablecimiento en mitad de la negociación suele venir de un cortafuegos que inspecciona SMTP. Un
        servidor que rechaza una versión de TLS puede verse igual.
    .remedy = Desactive la inspección SMTP del cortafuegos como prueba. Una exportación de la clave SCHANNEL
        muestra si TLS 1.2 está activado.
