socket-error-bounce =
    .title = A conexão caiu durante o handshake TLS
    .what = O erro é o que o Exchange grava quando a outra ponta derruba a conexão enquanto o TLS é negociado. A
        Microsoft o documenta para servidores que não oferecem ao Microsoft 365 nada mais novo que TLS 1.1.
    .why = A mensagem fica na fila, o envio é tentado de novo, e ela volta com uma notificação de falha (NDR)
        depois de um ou dois dias.
    .remedy = Confira o TLS 1.2 no Registro do servidor que envia (`Client`) ou recebe (`Server`): acrescente aqui
        a exportação e o veredito fica definitivo. O log de protocolo do conector mostra se foi o próprio
        handshake que falhou.
