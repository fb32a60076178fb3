availability-tls-failed =
    .title = Fallan las consultas de disponibilidad, no el correo
    .what = Se cortaron solicitudes web del servicio de disponibilidad a Microsoft 365.
    .why = Faltan los datos de disponibilidad; el flujo de correo no depende de ello.
    .remedy = Haga que .NET Framework use las versiones de TLS de Windows: `SystemDefaultTlsVersions` (REG_DWORD)
        = 1 y `SchUseStrongCrypto` (REG_DWORD) = 1 en ambas claves de .NET.
