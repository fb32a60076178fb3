tls12-on-parent-key =
    .title = Los valores de TLS 1.2 están en la clave superior, donde no hacen nada
    .what = Los valores están en la propia `{ $key }`, no en sus claves `Client` y `Server`.
    .why = Schannel nunca lee este lugar, así que los valores no hacen nada: TLS 1.2 para el correo queda como
        digan las claves correctas o el valor predeterminado de Windows.
    .remedy = Escriba los dos valores en `TLS 1.2\Client` y `TLS 1.2\Server`. Lo que hay aquí se puede eliminar; no
        hace daño.
