receive-handshake-failed =
    .title = Falla la negociación TLS de Microsoft 365 con este servidor
    .what = Microsoft 365 se conectó e inició TLS, y la negociación terminó (palabra del registro: { $word }).
        Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Microsoft 365 no ofrece nada anterior a TLS 1.2. Si este servidor no puede responder con él, el
        correo de Microsoft 365 se retrasa, se devuelve o llega sin cifrar.
    .remedy = Compruebe TLS 1.2 para las conexiones entrantes (`TLS 1.2\Server`): añada aquí una exportación de
        la clave SCHANNEL. Si está activado, revise los conjuntos de cifrado y el certificado.
