tls12-in-numbered-control-set =
    .title = Os valores do TLS 1.2 estão em um conjunto de controle numerado
    .what = Os valores estão em `{ $key }`, e a exportação não mostra qual é o conjunto de controle atual.
    .why = O Windows usa o conjunto de controle indicado em `HKLM\SYSTEM\Select`. Com um só na exportação, ele é
        considerado aqui o atual; se o atual for outro, esses valores não fazem nada para o e-mail.
    .remedy = Grave em `CurrentControlSet`, que sempre leva ao certo, ou exporte também `HKLM\SYSTEM\Select`.
