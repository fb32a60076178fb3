hop-in-clear-text =
    .title = A entrega ao Microsoft 365 não foi criptografada
    .what = O cabeçalho gravado pelo Microsoft 365 mostra que { $from } entregou a mensagem sem criptografia.
    .why = A mensagem pôde ser lida no caminho, e ninguém foi avisado.
    .remedy = Procure no log de protocolo do conector de envio um handshake que falhou antes e confira o TLS 1.2
        para conexões de saída (`Client`).
