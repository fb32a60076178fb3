tls12-in-numbered-control-set =
    .title = Los valores de TLS 1.2 están en un conjunto de control numerado
    .what = Los valores están en `{ $key }`, y la exportación no muestra cuál es el conjunto de control actual.
    .why = Windows usa el conjunto de control indicado en `HKLM\SYSTEM\Select`. Si la exportación tiene
        uno solo, aquí se toma por el actual; si el actual es otro, estos valores no hacen nada para el
        correo.
    .remedy = Escriba en `CurrentControlSet`, que siempre lleva al correcto, o exporte también `HKLM\SYSTEM\Select`.
