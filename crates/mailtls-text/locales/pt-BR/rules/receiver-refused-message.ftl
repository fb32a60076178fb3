receiver-refused-message =
    .title = O servidor de destino recusa a mensagem
    .what = A resposta trata do destinatário, da caixa de correio, do tamanho, ou da reputação e do conteúdo da
        mensagem.
    .why = Esta mensagem não é entregue; outras talvez sejam.
    .remedy = Leia o código e as palavras na linha mostrada: dizem o que mudar e em qual lado. A versão do TLS
        não é a causa.
