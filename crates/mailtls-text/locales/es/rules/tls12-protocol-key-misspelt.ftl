tls12-protocol-key-misspelt =
    .title = La clave de TLS 1.2 está mal escrita y Windows no la lee
    .what = Los valores están en `{ $key }`. El nombre tiene que ser exactamente `TLS 1.2`: un espacio y un punto.
    .why = Schannel nunca lee este lugar, así que los valores no hacen nada: TLS 1.2 para el correo queda como
        digan las claves correctas o el valor predeterminado de Windows.
    .remedy = Escriba los dos valores en `TLS 1.2\Client` y `TLS 1.2\Server`. Lo que hay aquí se puede eliminar; no
        hace daño.
