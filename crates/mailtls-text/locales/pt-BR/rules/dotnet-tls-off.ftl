dotnet-tls-off =
    .title = Os programas .NET deste servidor não usam TLS 1.2
    .what = Estes valores são REG_DWORD = 0: { $values }.
    .why = O SMTP não é afetado: o fluxo de e-mail não passa pelo .NET. Os serviços Web são: disponibilidade
        (free/busy), EWS, o Assistente de Configuração Híbrida e scripts podem não alcançar o Microsoft 365.
    .remedy = Defina-os como REG_DWORD = 1 nas duas chaves, a de 64 e a de 32 bits. O perfil recomendado da
        correção faz isso, em uma parte separada.
