tls12-under-ciphers =
    .title = Os valores do TLS 1.2 estão em Ciphers, onde não fazem nada
    .what = Os valores estão em `{ $key }`. As chaves em `Ciphers` nomeiam algoritmos; as versões ficam em
        `Protocols`.
    .why = O Schannel nunca lê este lugar, então os valores não fazem nada: o TLS 1.2 para o e-mail continua
        como definem as chaves corretas ou o padrão do Windows.
    .remedy = Grave os dois valores em `TLS 1.2\Client` e `TLS 1.2\Server`. O que está aqui pode ser excluído; não faz
        mal.
