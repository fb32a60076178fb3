connection-refused =
    .title = A conexão foi recusada
    .what = A outra ponta ou um firewall recusou a conexão.
    .why = Não houve SMTP; a mensagem espera e é devolvida.
    .remedy = Confira se a outra ponta escuta na porta, o firewall e a tradução de endereços. O TLS não chegou a
        começar.
