connection-failed-unexplained =
    .title = La entrega falló sin motivo indicado
    .what = El texto dice que la entrega falló o caducó, no por qué.
    .why = El mensaje se retrasa o se devolvió.
    .remedy = Busque la línea anterior: las líneas más antiguas del NDR, `LastError` de la cola, el registro de
        protocolo o el registro de otro servidor de correo (Postfix: `mail.log`, Exim: `mainlog`) contienen el
        motivo. Péguelo aquí.
