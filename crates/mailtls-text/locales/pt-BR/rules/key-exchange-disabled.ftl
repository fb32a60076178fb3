key-exchange-disabled =
    .title = Uma troca de chaves que o Exchange Online usa está desativada
    .what = `Enabled` (REG_DWORD) = 0 está em `KeyExchangeAlgorithms`: { $names }.
    .why = O Exchange Online aceita conjuntos com troca de chaves ECDHE e RSA (PKCS). Com as duas desativadas
        nenhum handshake tem êxito; com uma restam menos conjuntos, e alguns parceiros podem não ter nenhum em
        comum.
    .remedy = Exclua `Enabled` ali, ou defina-o como REG_DWORD = 0xffffffff. Depois reinicie o servidor.
