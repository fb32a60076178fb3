peer-handshake-failed =
    .title = Falla una negociación TLS con un extremo que no es Microsoft 365
    .what = La conexión terminó en la negociación TLS (palabra del registro: { $word }) y el registro no da el
        motivo. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Versión, conjuntos de cifrado, certificado o red: la palabra no lo aclara. Lo que acepta Microsoft
        365 no influye aquí.
    .remedy = Pida al otro lado el registro del mismo minuto. Una exportación de la clave SCHANNEL de este
        servidor muestra qué versiones ofrece.
