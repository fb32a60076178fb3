tls-inspected =
    .title = Algo no caminho encerra a conexão TLS com o Microsoft 365
    .what = O certificado mostrado não é da Microsoft. Outro lado: { $peer }. Conector: { $connector }. Sessões:
        { $count }.
    .why = Um equipamento ou antivírus abre a conexão para ler. Este servidor negocia com o TLS dele, não com o
        da Microsoft.
    .remedy = Exclua da inspeção a porta 25 para o Microsoft 365.
