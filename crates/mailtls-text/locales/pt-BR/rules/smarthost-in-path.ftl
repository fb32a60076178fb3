smarthost-in-path =
    .title = O e-mail para o Microsoft 365 passa antes por outro servidor
    .what = O conector tem o nome do Office 365 e o outro lado é { $peer }. Conector: { $connector }.
    .why = Esse servidor faz a conexão com o Microsoft 365 com o TLS dele. A configuração deste servidor só
        decide até ele.
    .remedy = Se o e-mail para o Microsoft 365 falhar, veja também o TLS desse servidor.
