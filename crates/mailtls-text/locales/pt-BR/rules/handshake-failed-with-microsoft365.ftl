handshake-failed-with-microsoft365 =
    .title = O handshake TLS com o Microsoft 365 falhou
    .what = O programa informa um handshake que falhou com o Microsoft 365, sem motivo.
    .why = A mensagem espera na fila, ou segue sem criptografia se isso é permitido.
    .remedy = Confira quais versões do TLS o programa e a biblioteca oferecem: o Microsoft 365 precisa de TLS
        1.2. `openssl s_client -starttls smtp -connect HOST:25` mostra a versão e o certificado. Um arquivo
        `.reg` só ajuda se o programa usa o TLS do Windows.
