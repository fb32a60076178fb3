connection-cut-after-tls =
    .title = A conexão foi cortada depois de o TLS ter dado certo
    .what = Nesta sessão o TLS foi negociado e a conexão terminou depois com { $word }. Outro lado: { $peer }.
        Conector: { $connector }. Sessões: { $count }.
    .why = Em uma fila ou em uma notificação de falha (NDR) isso parece um handshake que falhou (421 4.4.2), mas
        a versão do TLS estava certa.
    .remedy = Veja o que corta conexões longas: firewall, limites de tamanho, antivírus ou o outro lado.
