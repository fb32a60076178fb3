tls12-client-unset-on-old-windows =
    .title = O Windows Server { $os } deixa o TLS 1.2 desativado para as conexões de saída
    .what = Nem `Enabled` nem `DisabledByDefault` estão definidos em `TLS 1.2\Client`, e o Windows Server { $os }
        não usa TLS 1.2 até que os dois estejam.
    .why = Este servidor oferece no máximo TLS 1.0 ao enviar mensagens, e o Microsoft 365 recusa: as mensagens
        ficam na fila com 421 4.4.2, ou saem sem criptografia onde o conector permite. O HealthChecker mostra um
        servidor assim como ativado.
    .remedy = Defina `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0 em `TLS 1.2\Client` e reinicie o
        servidor. O Windows Server 2008 SP2 precisa antes da atualização KB4019276.
