tls12-client-disabled =
    .title = O TLS 1.2 está desativado para as conexões de saída
    .what = `Enabled` (REG_DWORD) = 0 está em `TLS 1.2\Client`.
    .why = Este servidor não consegue oferecer TLS 1.2 ao enviar mensagens. O Microsoft 365 não aceita nada mais
        antigo, então o handshake falha: as mensagens ficam na fila com 421 4.4.2, ou saem sem criptografia onde
        o conector permite.
    .remedy = Defina `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0 em `TLS 1.2\Client` e reinicie o
        servidor.
