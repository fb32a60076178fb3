hash-algorithm-disabled =
    .title = Un algoritmo hash que TLS 1.2 necesita está desactivado
    .what = `Enabled` (REG_DWORD) = 0 figura en `Hashes`: { $names }.
    .why = Desaparecen los conjuntos de cifrado y las firmas que lo usan. En un Windows antiguo, o junto con una
        lista corta de conjuntos de cifrado, puede no quedar nada que Exchange Online acepte.
    .remedy = Elimine `Enabled` allí, o establézcalo en REG_DWORD = 0xffffffff. Después reinicie el servidor.
