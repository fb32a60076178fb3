cipher-suites-for-newer-windows =
    .title = A lista de conjuntos de criptografia foi escrita para um Windows mais novo
    .what = `Functions` nomeia conjuntos com curvas elípticas sem a curva, e o Windows Server { $os } não os
        conhece.
    .why = O Windows ignora essas entradas. O que resta para o e-mail com o Exchange Online: { $left }.
    .remedy = Use uma lista para o Windows Server { $os }, com nomes como TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384,
        ou remova a política. Depois reinicie o servidor.
