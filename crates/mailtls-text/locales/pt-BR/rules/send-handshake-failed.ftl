send-handshake-failed =
    .title = O Microsoft 365 fecha a conexão durante o handshake TLS
    .what = Depois do STARTTLS e da resposta 220, a conexão terminou antes de haver TLS (palavra no log: { $word }). Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = É assim que o Microsoft 365 recusa o TLS 1.0 e o 1.1. Se o conector exige TLS, o e-mail fica na fila
        com 421 4.4.2; se não, sai sem criptografia.
    .remedy = Verifique o TLS 1.2 para as conexões de saída (`TLS 1.2\Client`): junte aqui uma exportação da
        chave SCHANNEL e a resposta será certa. Se o TLS 1.2 estiver ativado, veja os conjuntos de criptografia
        e os firewalls que inspecionam SMTP.
