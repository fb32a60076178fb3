handshake-error-unexplained =
    .title = Um handshake TLS falhou com uma palavra que não diz por quê
    .what = O handshake terminou com a palavra { $word }. Outro lado: { $peer }. Conector: { $connector }.
        Sessões: { $count }.
    .why = Várias causas terminam nessa palavra, entre elas texto no lugar de um handshake.
    .remedy = Procure no log de eventos do sistema os eventos Schannel do mesmo minuto: o número do alerta diz
        mais.
