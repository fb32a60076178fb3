tls-version-refused =
    .title = O Microsoft 365 recusou a versão do TLS
    .what = O handshake terminou com a palavra { $word }: o outro lado diz que não há nenhuma versão do TLS em
        comum. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Lá só são aceitos TLS 1.2 e posteriores. Este servidor não o ofereceu; por isso o e-mail espera,
        volta ou segue sem criptografia.
    .remedy = Ative o TLS 1.2 para este sentido no Registro e reinicie o servidor. Uma exportação da chave
        SCHANNEL mostra qual valor impede.
