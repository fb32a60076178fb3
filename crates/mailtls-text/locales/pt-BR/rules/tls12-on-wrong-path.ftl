tls12-on-wrong-path =
    .title = Os valores do TLS 1.2 estão em um caminho que o Schannel não lê
    .what = Os valores estão em `{ $key }`. O caminho tem de ser
        `HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols`.
    .why = O Schannel nunca lê este lugar, então os valores não fazem nada: o TLS 1.2 para o e-mail continua
        como definem as chaves corretas ou o padrão do Windows.
    .remedy = Grave os dois valores em `TLS 1.2\Client` e `TLS 1.2\Server`. O que está aqui pode ser excluído; não faz
        mal.
