connection-timed-out =
    .title = El otro extremo no responde
    .what = La conexión no se pudo establecer o no tuvo respuesta a tiempo.
    .why = El correo espera y se devuelve.
    .remedy = Revise la ruta, el firewall y el puerto 25 en el camino; si la negociación ya había empezado,
        también el tamaño de paquete (MTU) y los dispositivos que inspeccionan SMTP. La versión de TLS no es
        la causa probable.
