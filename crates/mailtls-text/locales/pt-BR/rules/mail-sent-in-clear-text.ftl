mail-sent-in-clear-text =
    .title = O e-mail saiu sem criptografia
    .what = Depois que o TLS falhou, a mensagem foi enviada sem criptografia.
    .why = Ninguém recebe notificação de falha; a mensagem pôde ser lida no caminho.
    .remedy = Corrija o handshake (as linhas anteriores dizem por que falhou) e depois exija TLS para esta ponta.
