tls12-role-key-misspelt =
    .title = Uma chave de função do TLS 1.2 está escrita errada ou traduzida e o Windows não a lê
    .what = Os valores estão em `{ $key }`. A última parte tem de ser exatamente `Client` ou `Server`, em inglês em
        qualquer Windows.
    .why = O Schannel nunca lê este lugar, então os valores não fazem nada: o TLS 1.2 para o e-mail continua
        como definem as chaves corretas ou o padrão do Windows.
    .remedy = Grave os dois valores em `TLS 1.2\Client` e `TLS 1.2\Server`. O que está aqui pode ser excluído; não faz
        mal.
