only-tls13-left =
    .title = TLS 1.3 está activado y TLS 1.2 desactivado
    .what = TLS 1.3 está activado en el Registro mientras TLS 1.2 está desactivado para el mismo rol.
    .why = Exchange no usa TLS 1.3 para SMTP. Con TLS 1.2 desactivado, el correo en este sentido no tiene ninguna
        versión que Microsoft 365 acepte.
    .remedy = Vuelva a activar TLS 1.2: `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0 en `TLS 1.2`.
        TLS 1.3 puede quedarse como está.
