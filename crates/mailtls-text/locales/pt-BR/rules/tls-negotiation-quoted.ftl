tls-negotiation-quoted =
    .title = A negociação TLS falhou com SocketError
    .what = Uma linha do log de protocolo é citada: a outra ponta fechou a conexão durante o handshake TLS.
    .why = O e-mail que exige TLS fica na fila; o restante pode sair sem criptografia.
    .remedy = Cole a sessão inteira do log de protocolo, de `+` a `-`: ela mostra a outra ponta e o que veio
        antes. Acrescente a exportação do Registro do servidor.
