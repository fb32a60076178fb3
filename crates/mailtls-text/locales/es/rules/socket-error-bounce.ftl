socket-error-bounce =
    .title = La conexión se cortó durante la negociación TLS
    .what = El error es el que Exchange escribe cuando el otro extremo corta la conexión mientras se negocia
        TLS. Microsoft lo documenta para servidores que no ofrecen a Microsoft 365 nada más nuevo que TLS
        1.1.
    .why = El mensaje queda en la cola, se reintenta y vuelve como no entregado (NDR) al cabo de uno o dos
        días.
    .remedy = Revise TLS 1.2 en el Registro del servidor que envía (`Client`) o recibe (`Server`): añada aquí su
        exportación y el veredicto será definitivo. El registro de protocolo del conector muestra si falló
        la negociación misma.
