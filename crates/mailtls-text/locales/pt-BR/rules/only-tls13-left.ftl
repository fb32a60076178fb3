only-tls13-left =
    .title = O TLS 1.3 está ativado e o TLS 1.2 desativado
    .what = O TLS 1.3 está ativado no Registro enquanto o TLS 1.2 está desativado para a mesma função.
    .why = O Exchange não usa TLS 1.3 para SMTP. Com o TLS 1.2 desativado, o e-mail neste sentido não tem
        nenhuma versão que o Microsoft 365 aceite.
    .remedy = Ative o TLS 1.2 de novo: `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0 em `TLS 1.2`. O
        TLS 1.3 pode ficar como está.
