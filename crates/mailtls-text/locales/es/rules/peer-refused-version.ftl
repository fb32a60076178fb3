peer-refused-version =
    .title = El otro lado rechazó la versión de TLS
    .what = Una alerta indica la versión del protocolo como motivo del rechazo. Otro extremo: { $peer }
    .why = Los dos lados no tienen ninguna versión de TLS en común, así que no se establece conexión cifrada.
    .remedy = Haga que el lado que solo ofrece TLS 1.0 o TLS 1.1 use TLS 1.2. En Windows son los valores bajo `TLS
        1.2`; Postfix, Exim, Java y otros tienen su propia configuración, y las bibliotecas antiguas deben
        actualizarse. Un archivo `.reg` solo ayuda en Windows.
