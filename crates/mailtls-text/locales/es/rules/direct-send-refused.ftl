direct-send-refused =
    .title = El envío directo (Direct Send) está desactivado
    .what = La organización rechaza el correo que llega a su propio dominio sin conector.
    .why = Los dispositivos y programas que envían así son rechazados.
    .remedy = Envíe a través de un conector o con autenticación, o revise `RejectDirectSend`. La versión de TLS no
        es la causa.
