tls12-on-wrong-path =
    .title = Los valores de TLS 1.2 están en una ruta que Schannel no lee
    .what = Los valores están en `{ $key }`. La ruta tiene que ser
        `HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols`.
    .why = Schannel nunca lee este lugar, así que los valores no hacen nada: TLS 1.2 para el correo queda como
        digan las claves correctas o el valor predeterminado de Windows.
    .remedy = Escriba los dos valores en `TLS 1.2\Client` y `TLS 1.2\Server`. Lo que hay aquí se puede eliminar; no
        hace daño.
