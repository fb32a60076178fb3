key-exchange-disabled =
    .title = Un intercambio de claves que usa Exchange Online está desactivado
    .what = `Enabled` (REG_DWORD) = 0 figura en `KeyExchangeAlgorithms`: { $names }.
    .why = Exchange Online acepta conjuntos con intercambio de claves ECDHE y RSA (PKCS). Con los dos desactivados
        ninguna negociación TLS tiene éxito; con uno quedan menos conjuntos, y algunos servidores pueden
        no tener ninguno en común.
    .remedy = Elimine `Enabled` allí, o establézcalo en REG_DWORD = 0xffffffff. Después reinicie el servidor.
