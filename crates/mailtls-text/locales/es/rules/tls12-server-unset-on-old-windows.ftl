tls12-server-unset-on-old-windows =
    .title = Windows Server { $os } deja TLS 1.2 desactivado para las conexiones entrantes
    .what = Ni `Enabled` ni `DisabledByDefault` están definidos en `TLS 1.2\Server`, y Windows Server { $os } no usa
        TLS 1.2 hasta que lo estén los dos.
    .why = Este servidor acepta como máximo TLS 1.0 al recibir correo, y Microsoft 365 no lo ofrece: el correo
        espera allí y se devuelve, o llega sin cifrar si nada exige TLS. HealthChecker muestra un servidor así
        como activado.
    .remedy = Establezca `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0 en `TLS 1.2\Server` y
        reinicie el servidor. Windows Server 2008 SP2 necesita antes la actualización KB4019276.
