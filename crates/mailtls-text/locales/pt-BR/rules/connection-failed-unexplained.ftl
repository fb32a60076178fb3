connection-failed-unexplained =
    .title = A entrega falhou sem motivo informado
    .what = O texto diz que a entrega falhou ou expirou, não por quê.
    .why = A mensagem está atrasada ou foi devolvida.
    .remedy = Procure a linha anterior: as linhas mais antigas da notificação de falha (NDR), o `LastError` da
        fila, o log de protocolo ou o log de outro servidor de e-mail (Postfix: `mail.log`, Exim: `mainlog`)
        trazem o motivo. Cole-o aqui.
