message-accepted =
    .title = Un mensaje fue aceptado
    .what = El otro extremo se hizo cargo del mensaje.
    .why = Este mensaje está en camino; el texto no muestra ningún fallo.
    .remedy = Si falló otro mensaje, pegue lo que se dijo de ese.
