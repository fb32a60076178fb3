schannel-credential-refused =
    .title = O Windows não conseguiu criar uma credencial TLS
    .what = O Schannel falhou antes de qualquer conexão.
    .why = Programas que usam essa função, cliente ou servidor, ficam sem TLS.
    .remedy = Acrescente a exportação do Registro: todas as versões do TLS desativadas para uma função causam
        este evento. Se ao menos o TLS 1.2 está ativado, confira o certificado e a permissão sobre a chave
        privada.
