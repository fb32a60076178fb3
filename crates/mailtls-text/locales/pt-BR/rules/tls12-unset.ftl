tls12-unset =
    .title = O TLS 1.2 depende da versão do Windows
    .what = O Registro não define os dois valores do TLS 1.2 ({ $roles }), e o que foi fornecido não diz de qual
        Windows Server veio.
    .why = O Windows Server 2012 e posteriores usam TLS 1.2 sem esses valores: o e-mail não é afetado. O Windows
        Server 2008 SP2 e o 2008 R2 o deixam desativado, e o Microsoft 365 então recusa o handshake.
    .remedy = Informe a versão do Windows Server. A correção oferecida aqui o ativa explicitamente e está certa em
        todas.
