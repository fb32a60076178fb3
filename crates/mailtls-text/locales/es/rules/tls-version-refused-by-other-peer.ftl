tls-version-refused-by-other-peer =
    .title = Un extremo que no es Microsoft 365 rechazó la versión de TLS
    .what = La negociación TLS terminó con la palabra { $word }: no hay ninguna versión de TLS en común. El otro
        extremo no es Microsoft 365. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Uno de los dos lados solo usa versiones antiguas. Entre dos servidores Exchange suele ser el más
        antiguo.
    .remedy = Active TLS 1.2 donde falte: en este servidor, su propio sentido; en el otro, el rol contrario. Una
        exportación de la clave SCHANNEL de ambos muestra dónde.
