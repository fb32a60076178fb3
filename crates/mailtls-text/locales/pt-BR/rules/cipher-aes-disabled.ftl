cipher-aes-disabled =
    .title = O AES está desativado
    .what = `Enabled` (REG_DWORD) = 0 está tanto em `Ciphers\AES 128/128` quanto em `Ciphers\AES 256/256`.
    .why = Todos os conjuntos de criptografia que o Exchange Online aceita usam AES. O TLS 1.2 pode estar ativado e
        mesmo assim nenhum handshake com o Microsoft 365 tem êxito, em nenhum dos sentidos.
    .remedy = Exclua `Enabled` nas duas chaves, ou defina-o como REG_DWORD = 0xffffffff. Depois reinicie o servidor.
