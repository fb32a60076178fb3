session-authentication-failed =
    .title = A autenticação falhou em uma sessão SMTP
    .what = O log diz que o logon falhou. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Uma senha, uma conta ou a confiança entre dois servidores está errada. A falha não é do TLS.
    .remedy = Confira a conta ou, entre servidores Exchange, o relógio, a confiança de domínio e a autenticação do
        conector.
