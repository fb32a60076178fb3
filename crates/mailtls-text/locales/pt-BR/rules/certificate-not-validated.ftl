certificate-not-validated =
    .title = Uma cadeia de certificados não pôde ser validada
    .what = O log diz que um certificado não pôde ser validado: { $word }. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Conectores que exigem certificado válido recusam a sessão. Desde março de 2026, a falta do DigiCert
        Global Root G2 neste servidor tem o mesmo aspecto.
    .remedy = Confira se este servidor confia no emissor (entre outros, o DigiCert Global Root G2), se as raízes
        são atualizadas e se a cadeia está completa.
