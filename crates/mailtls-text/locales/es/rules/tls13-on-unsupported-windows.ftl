tls13-on-unsupported-windows =
    .title = TLS 1.3 está activado donde Windows no lo tiene
    .what = `Enabled` (REG_DWORD) no es 0 en `TLS 1.3`, en Windows Server { $os }.
    .why = Windows tiene TLS 1.3 a partir de Windows Server 2022. Microsoft considera insegura la configuración que
        lo activa antes: la negociación TLS puede fallar de formas difíciles de rastrear. SMTP no gana nada
        con ello.
    .remedy = Elimine los valores de `TLS 1.3` y reinicie el servidor.
