cipher-aes-partly-disabled =
    .title = Uma das duas cifras AES está desativada
    .what = `Enabled` (REG_DWORD) = 0 está em `Ciphers\{ $name }`.
    .why = O Exchange Online aceita conjuntos com AES de qualquer um dos dois tamanhos de chave, então isso não
        interrompe o e-mail com o Microsoft 365. Outro servidor de e-mail que só ofereça a outra metade não tem nada em
        comum com este.
    .remedy = Para o Microsoft 365 não é preciso fazer nada. Se outros servidores não conseguirem se conectar,
        exclua `Enabled` ali ou defina-o como REG_DWORD = 0xffffffff e reinicie o servidor.
