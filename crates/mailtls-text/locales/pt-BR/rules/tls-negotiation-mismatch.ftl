tls-negotiation-mismatch =
    .title = Nenhum protocolo ou conjunto de criptografia em comum
    .what = O handshake terminou porque os dois lados não compartilham versão de protocolo ou conjunto de
        criptografia.
    .why = Não há conexão criptografada; o e-mail que exige TLS para.
    .remedy = Exporte as chaves `SCHANNEL` e a política de conjuntos de criptografia (`SSL\00010002`) deste
        servidor e acrescente aqui: elas mostram se o TLS 1.2 está desativado ou se seus conjuntos foram
        removidos.
