tls-start-failed =
    .title = O servidor de e-mail não conseguiu iniciar o TLS
    .what = O STARTTLS foi aceito e depois o handshake falhou. O mais comum é não haver nenhuma versão do TLS ou
        nenhum conjunto de criptografia em comum; estas palavras não dizem qual dos dois.
    .why = As mensagens para este servidor esperam na fila e acabam devolvidas.
    .remedy = Procure no log do servidor de e-mail o mesmo minuto: a linha `TLS library problem` diz o motivo
        (`protocol version`, `unsupported protocol`, `handshake failure`). `openssl s_client -starttls smtp
        -connect HOST:25 -tls1_2` mostra se a outra ponta fala TLS 1.2. Se fala, permita o TLS 1.2 do seu
        lado: no Postfix, `smtp_tls_protocols` e `smtp_tls_mandatory_protocols`; depois, `postfix reload`.
