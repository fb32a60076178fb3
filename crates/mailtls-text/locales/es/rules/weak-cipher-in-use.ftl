weak-cipher-in-use =
    .title = Algunos extremos acuerdan algoritmos débiles
    .what = El registro muestra negociaciones TLS con { $word }. Otro extremo: { $peer }. Conector:
        { $connector }. Sesiones: { $count }.
    .why = RC4, DES, 3DES, RC2 y MD5 ya no son seguros y Microsoft 365 no los ofrece.
    .remedy = Averigüe qué admiten estos extremos y quite después los conjuntos débiles de la lista.
