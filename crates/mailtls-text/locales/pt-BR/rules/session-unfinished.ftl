session-unfinished =
    .title = O log termina antes de algo ser decidido
    .what = As linhas terminam no meio da sessão. Outro lado: { $peer }. Conector: { $connector }. Sessões:
        { $count }.
    .why = Nada falhou nelas, mas também nada deu certo.
    .remedy = Junte as linhas seguintes com o mesmo id de sessão, até a do sinal de menos.
