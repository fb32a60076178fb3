device-handshake-failed =
    .title = Um dispositivo da própria rede falha no handshake TLS com este servidor
    .what = Uma conexão de um endereço privado terminou no handshake (palavra no log: { $word }). Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Impressoras e programas antigos só usam TLS 1.0 e falham onde ele está desativado. Não é o caminho de
        ou para o Microsoft 365.
    .remedy = Atualize o dispositivo ou dê a ele um conector de recebimento sem TLS para o endereço dele. Deixe a
        configuração de TLS para o Microsoft 365 como está.
