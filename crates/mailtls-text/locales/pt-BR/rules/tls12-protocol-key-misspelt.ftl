tls12-protocol-key-misspelt =
    .title = A chave do TLS 1.2 está escrita errada e o Windows não a lê
    .what = Os valores estão em `{ $key }`. O nome tem de ser exatamente `TLS 1.2`: um espaço e um ponto.
    .why = O Schannel nunca lê este lugar, então os valores não fazem nada: o TLS 1.2 para o e-mail continua
        como definem as chaves corretas ou o padrão do Windows.
    .remedy = Grave os dois valores em `TLS 1.2\Client` e `TLS 1.2\Server`. O que está aqui pode ser excluído; não faz
        mal.
