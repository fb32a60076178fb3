handshake-failed-with-microsoft365 =
    .title = Falló la negociación TLS con Microsoft 365
    .what = El programa informa de una negociación fallida con Microsoft 365, sin motivo.
    .why = El correo espera en la cola, o va sin cifrar si se permite.
    .remedy = Compruebe qué versiones de TLS ofrecen el programa y su biblioteca: Microsoft 365 necesita TLS 1.2.
        `openssl s_client -starttls smtp -connect HOST:25` muestra la versión y el certificado. Un archivo
        `.reg` solo ayuda si el programa usa el TLS de Windows.
