tls12-half-set-on-old-windows =
    .title = Solo está definido uno de los dos valores de TLS 1.2, y Windows Server { $os } necesita ambos
    .what = En la clave de rol de TLS 1.2 ({ $roles }) hay un valor y falta el otro.
    .why = Windows Server { $os } deja TLS 1.2 desactivado de forma predeterminada, y la documentación solo
        describe cómo activarlo con los dos valores. No está documentado que baste uno, así que TLS 1.2 puede
        estar desactivado para el correo.
    .remedy = Defina ambos: `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0. Después reinicie el
        servidor.
