connection-cut-before-handshake =
    .title = A conexão foi cortada antes de qualquer handshake TLS
    .what = A conexão terminou com { $word } e o STARTTLS nunca foi enviado. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Sem handshake, isso não diz nada sobre versões do TLS.
    .remedy = Veja a rede e o que o outro lado registra; não é na configuração de TLS deste servidor que se deve
        procurar.
