handshake-connection-reset =
    .title = A conexão foi redefinida durante o handshake TLS
    .what = Depois do STARTTLS a conexão foi redefinida (palavra no log: { $word }). Outro lado: { $peer }.
        Conector: { $connector }. Sessões: { $count }.
    .why = Uma redefinição no meio do handshake costuma vir de um firewall que inspeciona SMTP. Um servidor que
        recusa uma versão do TLS pode ter o mesmo aspecto.
    .remedy = Desative a inspeção SMTP do firewall como teste. Uma exportação da chave SCHANNEL mostra se o TLS
        1.2 está ativado.
