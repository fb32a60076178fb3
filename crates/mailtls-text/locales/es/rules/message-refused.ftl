message-refused =
    .title = El servidor receptor rechaza correo por sus propias reglas
    .what = La respuesta fue { $word }. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = La conexión funcionó; el receptor no quiere este correo: destinatario, límites, reputación o el
        conector del inquilino.
    .remedy = Lea la respuesta en las pruebas; su código de estado ampliado indica la regla.
