cipher-suites-all-switched-off =
    .title = Não resta nenhum conjunto de criptografia que o Exchange Online aceite
    .what = `Enabled` (REG_DWORD) = 0 está nas chaves de algoritmos: { $names }. Cada conjunto em vigor que o
        Exchange Online aceitaria precisa de um deles: { $suites }.
    .why = Os dois lados podem usar TLS 1.2 e mesmo assim não ter nenhum conjunto de criptografia em comum, então o
        handshake falha nos dois sentidos. As configurações de versão do TLS não ajudam aqui.
    .remedy = Exclua `Enabled` nessas chaves, ou defina-o como REG_DWORD = 0xffffffff. Depois reinicie o servidor.
