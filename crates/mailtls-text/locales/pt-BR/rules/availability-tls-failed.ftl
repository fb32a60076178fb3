availability-tls-failed =
    .title = As consultas de disponibilidade falham, não o e-mail
    .what = Solicitações Web do serviço de disponibilidade ao Microsoft 365 foram cortadas.
    .why = Faltam os horários de disponibilidade; o fluxo de e-mail não depende disso.
    .remedy = Faça o .NET Framework usar as versões do TLS do Windows: `SystemDefaultTlsVersions` (REG_DWORD) =
        1 e `SchUseStrongCrypto` (REG_DWORD) = 1 nas duas chaves do .NET.
