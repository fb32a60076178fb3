tls12-wrong-type =
    .title = Um valor do TLS 1.2 tem tipo ou tamanho errado
    .what = `{ $value }` está gravado como { $type }. O Schannel procura um REG_DWORD, que tem 4 bytes.
    .why = Não está documentado o que o Windows faz com um valor assim. Ele pode ignorá-lo e voltar ao padrão,
        então o TLS 1.2 pode estar desativado mesmo que o valor pareça certo.
    .remedy = Grave-o de novo como REG_DWORD: `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0. Depois
        reinicie o servidor.
