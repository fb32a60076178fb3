exchange-build-below-floor =
    .title = Esta compilación de Exchange no tiene TLS 1.2 con soporte
    .what = Un servidor de los encabezados ejecuta { $product } { $update }, compilación { $build }.
    .why = Las conexiones con sistemas que no aceptan nada por debajo de TLS 1.2 pueden fallar, sea cual sea el
        fallo de este mensaje.
    .remedy = Actualice el servidor. Las primeras compilaciones con TLS 1.2 admitido son Exchange 2010 SP3 RU19,
        Exchange 2013 CU19 y Exchange 2016 CU8; hoy tiene soporte Exchange Server SE.
