tls12-role-key-misspelt =
    .title = Una clave de rol de TLS 1.2 está mal escrita o traducida y Windows no la lee
    .what = Los valores están en `{ $key }`. La última parte tiene que ser exactamente `Client` o `Server`, en
        inglés en cualquier Windows.
    .why = Schannel nunca lee este lugar, así que los valores no hacen nada: TLS 1.2 para el correo queda como
        digan las claves correctas o el valor predeterminado de Windows.
    .remedy = Escriba los dos valores en `TLS 1.2\Client` y `TLS 1.2\Server`. Lo que hay aquí se puede eliminar; no
        hace daño.
