old-tls-in-use =
    .title = Alguns servidores ainda usam TLS 1.0 ou 1.1
    .what = O log mostra handshakes bem-sucedidos na versão { $word }. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Hoje funcionam. Falhariam ou perderiam a criptografia quando um lado desativar as versões antigas.
    .remedy = Atualize esses servidores antes de desativar o TLS 1.0 e o 1.1.
