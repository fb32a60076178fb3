no-common-version =
    .title = Nenhuma versão do TLS em comum
    .what = O programa informa que os dois lados não compartilham nenhuma versão do TLS. Outra ponta: { $peer }
    .why = Não há conexão criptografada; o e-mail espera ou segue sem criptografia.
    .remedy = Descubra qual lado está limitado: `openssl s_client -starttls smtp -connect HOST:25` mostra o que
        a outra ponta aceita. Depois amplie o lado limitado para TLS 1.2: no Postfix `smtp_tls_protocols` e
        `smtpd_tls_protocols`, no Java `jdk.tls.disabledAlgorithms` e a versão do JDK, no .NET Framework
        `SystemDefaultTlsVersions` (REG_DWORD) = 1.
