tls12-under-wow6432node =
    .title = Os valores do TLS 1.2 estão em WOW6432Node, onde o Schannel não procura
    .what = Os valores estão em `{ $key }`. Só `SOFTWARE` tem uma `WOW6432Node` que os programas leem; `SYSTEM` não
        tem.
    .why = O Schannel nunca lê este lugar, então os valores não fazem nada: o TLS 1.2 para o e-mail continua
        como definem as chaves corretas ou o padrão do Windows.
    .remedy = Grave os dois valores em `TLS 1.2\Client` e `TLS 1.2\Server`. O que está aqui pode ser excluído; não faz
        mal.
