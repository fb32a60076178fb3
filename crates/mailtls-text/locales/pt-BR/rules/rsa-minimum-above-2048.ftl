rsa-minimum-above-2048 =
    .title = O Windows rejeita certificados com chaves de 2048 bits
    .what = `ClientMinKeyBitLength` (REG_DWORD) = { $bits } em `KeyExchangeAlgorithms\PKCS`.
    .why = Ao enviar, este servidor recusa parceiros cuja chave RSA é menor, e 2048 bits é o que a maioria tem.
        O handshake falha mesmo que os dois lados usem TLS 1.2.
    .remedy = Defina-o como REG_DWORD = 2048 ou exclua-o e reinicie o servidor.
