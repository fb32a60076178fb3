message-accepted =
    .title = Uma mensagem foi aceita
    .what = A outra ponta assumiu a mensagem.
    .why = Esta mensagem está a caminho; o texto não mostra falha.
    .remedy = Se outra mensagem falhou, cole o que foi dito sobre ela.
