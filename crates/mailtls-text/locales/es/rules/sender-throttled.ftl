sender-throttled =
    .title = El receptor limita a este remitente
    .what = El otro extremo no acepta por ahora más correo de esta dirección.
    .why = El correo se retrasa y se reintenta.
    .remedy = Espere, reparta la carga y revise la reputación de la dirección que envía. La versión de TLS no es
        la causa.
