tls12-under-wow6432node =
    .title = Los valores de TLS 1.2 están en WOW6432Node, donde Schannel no mira
    .what = Los valores están en `{ $key }`. Solo `SOFTWARE` tiene una `WOW6432Node` que los programas leen;
        `SYSTEM` no la tiene.
    .why = Schannel nunca lee este lugar, así que los valores no hacen nada: TLS 1.2 para el correo queda como
        digan las claves correctas o el valor predeterminado de Windows.
    .remedy = Escriba los dos valores en `TLS 1.2\Client` y `TLS 1.2\Server`. Lo que hay aquí se puede eliminar; no
        hace daño.
