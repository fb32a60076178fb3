weak-cipher-in-use =
    .title = Alguns servidores negociam algoritmos fracos
    .what = O log mostra handshakes com { $word }. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = RC4, DES, 3DES, RC2 e MD5 não são mais seguros e o Microsoft 365 não os oferece.
    .remedy = Descubra o que esses servidores aceitam e depois retire os conjuntos fracos da lista.
