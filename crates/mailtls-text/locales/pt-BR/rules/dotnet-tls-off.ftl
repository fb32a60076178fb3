dotnet-tls-off =
    .title = Os programas .NET deste servidor não usam TLS 1.2
    .what = Estes valores são REG_DWORD = 0: { $values }.
    .why = O SMTP não é afetado: o fluxo de mensagens não passa pelo .NET. Os serviços Web são: disponibilidade
        (free/busy), EWS, o Assistente de Configuração Híbrida e scripts podem não alcançar o Microsoft 365.
    .remedy = Defina-os como REG_DWORD = 1 nas duas exibições. O perfil recomendado da correção faz isso, em uma parte
        separada.
