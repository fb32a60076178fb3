schannel-credential-refused =
    .title = Windows no pudo crear una credencial TLS
    .what = Schannel falló antes de establecer ninguna conexión.
    .why = Los programas que usan ese rol, cliente o servidor, no obtienen TLS.
    .remedy = Añada la exportación del Registro: todas las versiones de TLS desactivadas para un rol causan este
        evento. Si al menos TLS 1.2 está activo, revise el certificado y el permiso sobre su clave privada.
