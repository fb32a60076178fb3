session-starttls-demanded =
    .title = O e-mail foi recusado porque a sessão não tinha TLS
    .what = A resposta exige antes o STARTTLS. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Um lado exige TLS e o outro enviou sem ele. O motivo não está nestas linhas.
    .remedy = Procure no mesmo log a sessão anterior ou a resposta ao EHLO: a causa é um handshake que falhou ou a
        falta do STARTTLS.
