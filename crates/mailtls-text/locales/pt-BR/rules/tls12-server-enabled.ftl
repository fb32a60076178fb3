tls12-server-enabled =
    .title = O TLS 1.2 está ativado para as conexões de entrada
    .what = Os dois valores em `TLS 1.2\Server` estão como a documentação indica: `Enabled` (REG_DWORD) não é 0 e
        `DisabledByDefault` (REG_DWORD) = 0.
    .why = O Windows pode usar TLS 1.2 quando este servidor recebe mensagens. A configuração passa a valer na
        primeira reinicialização depois de gravada.
    .remedy = Não há nada a mudar aqui. Se o handshake ainda falhar, verifique os conjuntos de criptografia, os
        certificados e a versão do Exchange.
