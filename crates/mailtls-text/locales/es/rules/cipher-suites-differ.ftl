cipher-suites-differ =
    .title = Los dos lados no comparten ningún conjunto de cifrado
    .what = La negociación TLS terminó con la palabra { $word }. Otro extremo: { $peer }. Conector:
        { $connector }. Sesiones: { $count }.
    .why = TLS 1.2 puede estar activado y aun así no hay acuerdo, a menudo después de restringir los conjuntos
        de cifrado. TLS 1.2 desactivado para este rol puede terminar con la misma palabra.
    .remedy = Compare los conjuntos de cifrado de este servidor con los del otro, y añada aquí una exportación
        de la clave SCHANNEL para ver si TLS 1.2 está activado.
