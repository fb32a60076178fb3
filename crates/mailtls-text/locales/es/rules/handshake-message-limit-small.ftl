handshake-message-limit-small =
    .title = Windows solo acepta protocolos de enlace TLS pequeños
    .what = `{ $name }` (REG_DWORD) = { $number } está por debajo del valor predeterminado de Windows.
    .why = Las cadenas de certificados largas no caben, así que el protocolo de enlace falla con algunos
        interlocutores aunque los dos lados hablen TLS 1.2.
    .remedy = Elimine el valor para volver al predeterminado y reinicie el servidor.
