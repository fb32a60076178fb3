tls12-enabled-not-one =
    .title = O TLS 1.2 está ativado de uma forma não suportada
    .what = `Enabled` (REG_DWORD) = { $number } em TLS 1.2.
    .why = O Windows considera ativado qualquer número diferente de 0, então o e-mail não é afetado. A
        documentação só prevê 0 e 1, e algumas ferramentas apontam outros números como errados.
    .remedy = Não é preciso mudar nada. Para seguir a documentação, defina `Enabled` (REG_DWORD) = 1.
