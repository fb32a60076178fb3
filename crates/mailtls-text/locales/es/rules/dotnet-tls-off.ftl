dotnet-tls-off =
    .title = Los programas .NET de este servidor no usan TLS 1.2
    .what = Estos valores son REG_DWORD = 0: { $values }.
    .why = SMTP no se ve afectado: el flujo de correo no pasa por .NET. Los servicios web sí: disponibilidad
        (free/busy), EWS, el Asistente de configuración híbrida y los scripts pueden no llegar a Microsoft 365.
    .remedy = Establézcalos en REG_DWORD = 1 en ambas vistas. El perfil recomendado de la corrección lo hace, en una
        parte aparte.
