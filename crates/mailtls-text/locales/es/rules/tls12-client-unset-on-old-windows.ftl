tls12-client-unset-on-old-windows =
    .title = Windows Server { $os } deja TLS 1.2 desactivado para las conexiones salientes
    .what = Ni `Enabled` ni `DisabledByDefault` están definidos en `TLS 1.2\Client`, y Windows Server { $os } no usa
        TLS 1.2 hasta que lo estén los dos.
    .why = Este servidor ofrece como máximo TLS 1.0 al enviar correo, y Microsoft 365 lo rechaza: el correo se
        queda en la cola con 421 4.4.2, o sale sin cifrar si el conector lo permite. HealthChecker muestra un
        servidor así como activado.
    .remedy = Establezca `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0 en `TLS 1.2\Client` y
        reinicie el servidor. Windows Server 2008 SP2 necesita antes la actualización KB4019276.
