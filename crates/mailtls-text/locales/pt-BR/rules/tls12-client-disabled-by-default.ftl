tls12-client-disabled-by-default =
    .title = O TLS 1.2 está desativado por padrão para as conexões de saída
    .what = `DisabledByDefault` (REG_DWORD) não é 0 em `TLS 1.2\Client`, e nada ali o compensa.
    .why = O Exchange usa os protocolos que o Windows oferece por padrão e, por isso, fica sem TLS 1.2, mesmo que
        `Enabled` diga outra coisa. O handshake com o Microsoft 365 falha quando este servidor envia.
    .remedy = Defina `DisabledByDefault` (REG_DWORD) = 0 e `Enabled` (REG_DWORD) = 1 em `TLS 1.2\Client` e reinicie o
        servidor.
