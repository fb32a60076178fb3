handshake-alert =
    .title = O outro lado encerrou o handshake
    .what = Um alerta diz que o handshake falhou, sem citar a versão.
    .why = Não há conexão criptografada.
    .remedy = Compare primeiro os conjuntos de criptografia dos dois lados e depois se um deles exige certificado.
        `openssl s_client -starttls smtp -connect HOST:25` mostra o que a outra ponta aceita.
