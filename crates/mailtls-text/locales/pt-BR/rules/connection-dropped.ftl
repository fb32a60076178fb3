connection-dropped =
    .title = A conexão foi cortada
    .what = A outra ponta, ou um equipamento no meio, encerrou a conexão.
    .why = O envio é tentado de novo, e a mensagem é devolvida se a falha persistir.
    .remedy = O log de protocolo do servidor local mostra em que passo acontece. Durante o handshake: confira o
        TLS 1.2 e equipamentos que inspecionam SMTP. Durante a mensagem: confira limites de tamanho e de
        tempo.
