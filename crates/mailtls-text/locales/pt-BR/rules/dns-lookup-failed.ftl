dns-lookup-failed =
    .title = Um nome não pôde ser resolvido
    .what = O DNS não deu resposta utilizável para o destino.
    .why = Nenhuma conexão é tentada; a mensagem espera e é devolvida.
    .remedy = Confira os registros MX e A do destino e os servidores DNS do lado que envia. O TLS não chegou a
        começar.
