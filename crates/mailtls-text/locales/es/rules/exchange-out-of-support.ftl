exchange-out-of-support =
    .title = Esta versión de Exchange está fuera de soporte
    .what = Un servidor de los encabezados ejecuta { $product } { $update }, compilación { $build }.
    .why = Puede usar TLS 1.2, pero ya no recibe actualizaciones de seguridad y Microsoft 365 puede limitarlo.
    .remedy = Planifique el paso a Exchange Server SE.
