hop-in-clear-text =
    .title = El paso a Microsoft 365 no fue cifrado
    .what = El encabezado escrito por Microsoft 365 muestra que { $from } entregó el mensaje sin cifrar.
    .why = El mensaje se pudo leer en el camino y nadie fue avisado.
    .remedy = Busque en el registro de protocolo del conector de envío una negociación fallida previa y revise TLS
        1.2 para conexiones salientes (`Client`).
