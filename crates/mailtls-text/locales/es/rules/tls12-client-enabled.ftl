tls12-client-enabled =
    .title = TLS 1.2 está activado para las conexiones salientes
    .what = Los dos valores de `TLS 1.2\Client` están como indica la documentación: `Enabled` (REG_DWORD) no es 0 y
        `DisabledByDefault` (REG_DWORD) = 0.
    .why = Windows puede usar TLS 1.2 cuando este servidor envía correo. La configuración surte efecto con el
        primer reinicio después de escribirla.
    .remedy = Aquí no hay nada que cambiar. Si la negociación TLS sigue fallando, revise los conjuntos de cifrado,
        los certificados y la versión de Exchange.
