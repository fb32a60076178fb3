proxy-session-failed =
    .title = El front-end no llega al servicio de transporte que tiene detrás
    .what = La respuesta lleva el código { $word }. Otro extremo: { $peer }. Conector: { $connector }. Sesiones:
        { $count }.
    .why = Exchange se pasa las sesiones a sí mismo; ese paso falló. El camino a Microsoft 365 no interviene.
    .remedy = Compruebe que los servicios de transporte están en marcha, que el servidor resuelve su propio nombre
        y su certificado interno.
