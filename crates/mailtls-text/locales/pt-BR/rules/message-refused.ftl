message-refused =
    .title = O servidor de destino recusa e-mail por regras próprias
    .what = A resposta foi { $word }. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = A conexão funcionou; o destino não quer este e-mail: destinatário, limites, reputação ou o conector
        no locatário.
    .remedy = Leia a resposta nas evidências; o código estendido indica a regra.
