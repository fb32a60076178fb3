tls12-server-unset-on-old-windows =
    .title = O Windows Server { $os } deixa o TLS 1.2 desativado para as conexões de entrada
    .what = Nem `Enabled` nem `DisabledByDefault` estão definidos em `TLS 1.2\Server`, e o Windows Server { $os }
        não usa TLS 1.2 até que os dois estejam.
    .why = Este servidor aceita no máximo TLS 1.0 ao receber mensagens, e o Microsoft 365 não o oferece: as
        mensagens esperam lá e são devolvidas, ou chegam sem criptografia onde nada exige TLS. O HealthChecker
        mostra um servidor assim como ativado.
    .remedy = Defina `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0 em `TLS 1.2\Server` e reinicie o
        servidor. O Windows Server 2008 SP2 precisa antes da atualização KB4019276.
