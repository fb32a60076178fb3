hash-algorithm-disabled =
    .title = Um algoritmo de hash de que o TLS 1.2 precisa está desativado
    .what = `Enabled` (REG_DWORD) = 0 está em `Hashes`: { $names }.
    .why = Os conjuntos de criptografia e as assinaturas que o usam somem. Em um Windows antigo, ou com uma lista
        curta de conjuntos de criptografia, pode não restar nada que o Exchange Online aceite.
    .remedy = Exclua `Enabled` ali, ou defina-o como REG_DWORD = 0xffffffff. Depois reinicie o servidor.
