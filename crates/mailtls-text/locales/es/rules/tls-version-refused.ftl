tls-version-refused =
    .title = Microsoft 365 rechazó la versión de TLS
    .what = La negociación TLS terminó con la palabra { $word }: el otro extremo dice que no hay ninguna versión
        de TLS en común. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Allí solo se aceptan TLS 1.2 y posteriores. Este servidor no lo ofreció, así que el correo espera,
        se devuelve o viaja sin cifrar.
    .remedy = Active TLS 1.2 para este sentido en el Registro y reinicie el servidor. Una exportación de la clave
        SCHANNEL muestra qué valor lo impide.
