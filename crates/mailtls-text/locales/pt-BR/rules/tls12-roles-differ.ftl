tls12-roles-differ =
    .title = O TLS 1.2 funciona em um só sentido
    .what = O TLS 1.2 está ativado em `TLS 1.2\{ $on }` e desativado em `TLS 1.2\{ $off }`.
    .why = Client decide sobre o e-mail que este servidor envia e Server sobre o que recebe, então o fluxo com o
        Microsoft 365 só funciona em um sentido. O Exchange também é cliente e servidor de si mesmo, e o
        HealthChecker aponta isso como configuração incorreta.
    .remedy = Dê às duas funções os mesmos valores: `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0.
