tls12-negotiated =
    .title = TLS 1.2 funciona con Microsoft 365
    .what = El registro muestra TLS acordado en la versión { $word }. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = En este sentido, la versión de TLS no es lo que detiene el correo.
    .remedy = No hay nada que hacer con TLS. Si el correo sigue fallando, la causa es otra.
