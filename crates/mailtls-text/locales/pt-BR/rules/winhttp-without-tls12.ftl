winhttp-without-tls12 =
    .title = Os programas WinHTTP deste servidor não usam TLS 1.2 por padrão
    .what = Falta em `DefaultSecureProtocols` (REG_DWORD) = { $mask } o bit 0x800 do TLS 1.2.
    .why = O SMTP não é afetado. Os programas que usam WinHTTP são, entre eles o Assistente de Configuração Híbrida
        e as atualizações.
    .remedy = Acrescente o bit 0x800. O perfil recomendado da correção faz isso, em uma parte separada.
