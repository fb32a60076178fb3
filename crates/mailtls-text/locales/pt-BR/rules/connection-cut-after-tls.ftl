connection-cut-after-tls =
    .title = A conexão foi cortada depois de o TLS ter dado certo
    .what = Nesta sessão o TLS foi acertado e a conexão terminou depois com { $word }. Outro lado: { $peer }.
        Conector: { $connector }. Sessões: { $count }.
    .why = Em uma fila ou em um NDR isso parece um handshake que falhou (421 4.4.2), mas a versão do TLS estava
        certa.
    .remedy = Veja o que corta conexões longas: firewall, limites de tamanho, antivírus ou o outro lado.
