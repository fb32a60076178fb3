tls12-half-set-on-old-windows =
    .title = Apenas um dos dois valores do TLS 1.2 está definido, e o Windows Server { $os } precisa de ambos
    .what = Na chave de função do TLS 1.2 ({ $roles }) há um valor e falta o outro.
    .why = O Windows Server { $os } deixa o TLS 1.2 desativado por padrão, e a documentação só descreve a
        ativação com os dois valores. Não está documentado que um baste, então o TLS 1.2 pode estar desativado
        para o e-mail.
    .remedy = Defina ambos: `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0. Depois reinicie o
        servidor.
