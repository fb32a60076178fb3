tls12-enabled-not-one =
    .title = TLS 1.2 está activado de una forma no admitida
    .what = `Enabled` (REG_DWORD) = { $number } en TLS 1.2.
    .why = Windows toma como activado cualquier número distinto de 0, así que el correo no se ve afectado. La
        documentación solo contempla 0 y 1, y algunas herramientas señalan otros números como incorrectos.
    .remedy = No hace falta cambiar nada. Para ajustarse a la documentación, establezca `Enabled` (REG_DWORD) = 1.
