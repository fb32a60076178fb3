tls12-client-disabled-by-default =
    .title = TLS 1.2 está desactivado de forma predeterminada para las conexiones salientes
    .what = `DisabledByDefault` (REG_DWORD) no es 0 en `TLS 1.2\Client`, y nada allí lo compensa.
    .why = Exchange usa los protocolos que Windows da de forma predeterminada, así que se queda sin TLS 1.2 aunque
        `Enabled` diga otra cosa. La negociación TLS con Microsoft 365 falla cuando este servidor envía.
    .remedy = Establezca `DisabledByDefault` (REG_DWORD) = 0 y `Enabled` (REG_DWORD) = 1 en `TLS 1.2\Client` y
        reinicie el servidor.
