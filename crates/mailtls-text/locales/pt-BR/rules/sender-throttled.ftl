sender-throttled =
    .title = O servidor de destino limita este remetente
    .what = A outra ponta não aceita mais e-mail deste endereço por enquanto.
    .why = O e-mail atrasa e o envio é tentado de novo.
    .remedy = Espere, distribua a carga e veja a reputação do endereço que envia. A versão do TLS não é a causa.
