insecure-renegotiation-allowed =
    .title = A renegociação sem proteção é permitida
    .what = Estes valores (REG_DWORD) não são 0 em `SCHANNEL`: { $names }.
    .why = O e-mail não é afetado. Parceiros sem a proteção do RFC 5746 podem se conectar, o que enfraquece o
        TLS.
    .remedy = Defina-os como REG_DWORD = 0, a menos que um parceiro antigo conhecido precise deles.
