tls12-roles-differ =
    .title = TLS 1.2 funciona en un solo sentido
    .what = TLS 1.2 está activado en `TLS 1.2\{ $on }` y desactivado en `TLS 1.2\{ $off }`.
    .why = Client decide sobre el correo que este servidor envía y Server sobre el que recibe, así que el correo
        con Microsoft 365 funciona en un solo sentido. Además, Exchange es cliente y servidor de sí mismo, y
        HealthChecker lo señala como mal configurado.
    .remedy = Dé a los dos roles los mismos valores: `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0.
