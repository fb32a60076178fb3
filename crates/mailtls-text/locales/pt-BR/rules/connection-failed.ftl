connection-failed =
    .title = Não foi possível fazer a conexão
    .what = A conexão falhou (erro do Winsock { $word }). Outro lado: { $peer }. Conector: { $connector }.
        Sessões: { $count }.
    .why = Ninguém escuta ali ou há um firewall no caminho. Não se chegou nem ao SMTP nem ao TLS.
    .remedy = Confira se o serviço está em execução, se a porta está aberta e se o endereço está certo.
