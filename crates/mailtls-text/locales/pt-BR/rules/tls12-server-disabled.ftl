tls12-server-disabled =
    .title = O TLS 1.2 está desativado para as conexões de entrada
    .what = `Enabled` (REG_DWORD) = 0 está em `TLS 1.2\Server`.
    .why = Este servidor não consegue aceitar TLS 1.2 ao receber mensagens. O Microsoft 365 não oferece nada mais
        antigo, então o handshake falha: as mensagens do Microsoft 365 ficam esperando lá e são devolvidas, ou
        chegam sem criptografia onde nada exige TLS.
    .remedy = Defina `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0 em `TLS 1.2\Server` e reinicie o
        servidor.
