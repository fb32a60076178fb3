tls12-server-disabled-by-default =
    .title = TLS 1.2 está desactivado de forma predeterminada para las conexiones entrantes
    .what = `DisabledByDefault` (REG_DWORD) no es 0 en `TLS 1.2\Server`, y nada allí lo compensa.
    .why = Exchange usa los protocolos que Windows da de forma predeterminada, así que se queda sin TLS 1.2 aunque
        `Enabled` diga otra cosa. La negociación TLS falla cuando Microsoft 365 envía a este servidor.
    .remedy = Establezca `DisabledByDefault` (REG_DWORD) = 0 y `Enabled` (REG_DWORD) = 1 en `TLS 1.2\Server` y
        reinicie el servidor.
