handshake-message-limit-small =
    .title = Windows solo acepta mensajes pequeños en la negociación TLS
    .what = `{ $name }` (REG_DWORD) = { $number } está por debajo del valor predeterminado de Windows.
    .why = Las cadenas de certificados largas no caben, así que la negociación falla con algunos
        servidores aunque los dos lados hablen TLS 1.2.
    .remedy = Elimine el valor para volver al predeterminado y reinicie el servidor.
