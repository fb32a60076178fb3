handshake-error-unexplained =
    .title = Una negociación TLS falló con una palabra que no dice por qué
    .what = La negociación TLS terminó con la palabra { $word }. Otro extremo: { $peer }. Conector:
        { $connector }. Sesiones: { $count }.
    .why = Varias causas terminan en esta palabra, entre ellas texto en lugar de una negociación TLS.
    .remedy = Busque en el registro de eventos del sistema los eventos Schannel del mismo minuto: su número de
        alerta dice más.
