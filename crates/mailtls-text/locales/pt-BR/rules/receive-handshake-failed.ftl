receive-handshake-failed =
    .title = O handshake TLS do Microsoft 365 com este servidor falha
    .what = O Microsoft 365 se conectou e iniciou o TLS, e o handshake terminou (palavra no log: { $word }).
        Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = O Microsoft 365 não oferece nada anterior ao TLS 1.2. Se este servidor não puder responder com ele,
        o e-mail do Microsoft 365 atrasa, volta ou chega sem criptografia.
    .remedy = Verifique o TLS 1.2 para as conexões de entrada (`TLS 1.2\Server`): junte aqui uma exportação da
        chave SCHANNEL. Se estiver ativado, veja os conjuntos de criptografia e o certificado.
