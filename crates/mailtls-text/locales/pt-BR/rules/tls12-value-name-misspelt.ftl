tls12-value-name-misspelt =
    .title = Um valor do TLS 1.2 está escrito errado e o Windows não o lê
    .what = Um valor em `{ $key }` quase se chama `Enabled` (REG_DWORD) ou `DisabledByDefault` (REG_DWORD), mas não
        exatamente.
    .why = O Schannel procura esses valores pelo nome exato, então este não faz nada: o TLS 1.2 para o e-mail
        continua como definem os valores corretos ou o padrão do Windows.
    .remedy = Grave `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0 com exatamente esses nomes. O
        valor escrito errado pode ser excluído; não faz mal.
