tls12-server-disabled =
    .title = TLS 1.2 está desactivado para las conexiones entrantes
    .what = `Enabled` (REG_DWORD) = 0 figura en `TLS 1.2\Server`.
    .why = Este servidor no puede aceptar TLS 1.2 al recibir correo. Microsoft 365 no ofrece nada más antiguo, así
        que la negociación TLS falla: el correo de Microsoft 365 se queda esperando allí y se devuelve, o
        llega sin cifrar si nada exige TLS.
    .remedy = Establezca `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0 en `TLS 1.2\Server` y
        reinicie el servidor.
