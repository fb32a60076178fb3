tls13-on-unsupported-windows =
    .title = O TLS 1.3 está ativado onde o Windows não o tem
    .what = `Enabled` (REG_DWORD) não é 0 em `TLS 1.3`, no Windows Server { $os }.
    .why = O Windows tem TLS 1.3 a partir do Windows Server 2022. A Microsoft considera insegura a configuração que
        o ativa antes: o handshake pode falhar de formas difíceis de rastrear. O SMTP não ganha nada com isso.
    .remedy = Exclua os valores em `TLS 1.3` e reinicie o servidor.
