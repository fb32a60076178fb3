handshake-timed-out =
    .title = La negociación TLS agotó el tiempo de espera
    .what = Tras STARTTLS no llegó respuesta a tiempo (palabra del registro: { $word }). Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Se pierden o retienen paquetes por el camino. Un servidor que rechaza una versión de TLS cierra de
        inmediato.
    .remedy = Revise cortafuegos, MTU y prevención de intrusiones entre ambos lados; una captura de red en los dos
        extremos muestra dónde se detienen los paquetes.
