tls-rate-exceeded =
    .title = El servidor limita cuántas conexiones TLS acepta
    .what = La respuesta dice que se superó la tasa máxima de TLS. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = El correo se reintenta más tarde y casi siempre sale. Es un límite, no un fallo de TLS.
    .remedy = Si ocurre a menudo, reparta la carga o suba el límite en el lado receptor.
