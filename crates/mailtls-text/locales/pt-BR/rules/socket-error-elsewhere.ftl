socket-error-elsewhere =
    .title = A conexão caiu, e não foi o Microsoft 365
    .what = A outra ponta, { $peer }, não é o Microsoft 365. O mesmo texto aparece ali por outros motivos.
    .why = A mensagem fica na fila e o envio é tentado de novo.
    .remedy = Veja o log de protocolo da conexão com essa ponta. Entre servidores Exchange próprios é possível
        uma versão do TLS que só um deles tem: compare os Registros. Caso contrário, pergunte ao operador da
        outra ponta e confira o que inspeciona SMTP no caminho.
