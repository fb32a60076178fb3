all-tls-off-for-role =
    .title = No queda ninguna versión de TLS para { $role }
    .what = TLS 1.0, TLS 1.1 y TLS 1.2 están desactivados en `{ $role }`.
    .why = Este servidor no puede usar TLS en absoluto en este sentido. Windows puede registrar el
        evento 36871 de Schannel, y el correo que debe ir cifrado se detiene con todos los
        servidores, no solo con Microsoft 365.
    .remedy = Active TLS 1.2: `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0. Las
        versiones antiguas pueden seguir desactivadas.
