connection-timed-out =
    .title = A outra ponta não responde
    .what = A conexão não pôde ser feita ou não teve resposta a tempo.
    .why = A mensagem espera e é devolvida.
    .remedy = Confira a rota, o firewall e a porta 25 no caminho; se o handshake já tinha começado, também o
        tamanho de pacote (MTU) e equipamentos que inspecionam SMTP. A versão do TLS não é a causa provável.
