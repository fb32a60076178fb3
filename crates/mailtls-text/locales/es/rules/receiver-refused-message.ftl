receiver-refused-message =
    .title = El receptor rechaza el mensaje
    .what = La respuesta trata del destinatario, del buzón, del tamaño, o de la reputación y el contenido del
        mensaje.
    .why = Este mensaje no se entrega; otros quizá sí.
    .remedy = Lea el código y las palabras de la línea mostrada: dicen qué cambiar y en qué lado. La versión de
        TLS no es la causa.
