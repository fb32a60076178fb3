tls-rate-exceeded =
    .title = O servidor limita quantas conexões TLS aceita
    .what = A resposta diz que a taxa máxima de TLS foi excedida. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = O envio é tentado de novo mais tarde e quase sempre dá certo. É um limite, não uma falha do TLS.
    .remedy = Se acontecer com frequência, distribua a carga ou aumente o limite no lado que recebe.
