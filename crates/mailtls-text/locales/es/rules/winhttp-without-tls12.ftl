winhttp-without-tls12 =
    .title = Los programas WinHTTP de este servidor no usan TLS 1.2 de forma predeterminada
    .what = A `DefaultSecureProtocols` (REG_DWORD) = { $mask } le falta el bit 0x800 de TLS 1.2.
    .why = SMTP no se ve afectado. Sí los programas que usan WinHTTP, entre ellos el Asistente de configuración
        híbrida y las actualizaciones.
    .remedy = Añada el bit 0x800. El perfil recomendado de la corrección lo hace, en una parte aparte.
