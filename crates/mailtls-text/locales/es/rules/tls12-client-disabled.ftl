tls12-client-disabled =
    .title = TLS 1.2 está desactivado para las conexiones salientes
    .what = `Enabled` (REG_DWORD) = 0 figura en `TLS 1.2\Client`.
    .why = Este servidor no puede ofrecer TLS 1.2 al enviar correo. Microsoft 365 no acepta nada más antiguo, así
        que la negociación TLS falla: el correo se queda en la cola con 421 4.4.2, o sale sin cifrar si el
        conector lo permite.
    .remedy = Establezca `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0 en `TLS 1.2\Client` y
        reinicie el servidor.
