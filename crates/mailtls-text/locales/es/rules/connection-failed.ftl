connection-failed =
    .title = No se pudo establecer la conexión
    .what = La conexión falló (error de Winsock { $word }). Otro extremo: { $peer }. Conector: { $connector }.
        Sesiones: { $count }.
    .why = Allí no escucha nadie o hay un cortafuegos en medio. No se llegó ni a SMTP ni a TLS.
    .remedy = Compruebe que el servicio está en marcha, que el puerto está abierto y que la dirección es correcta.
