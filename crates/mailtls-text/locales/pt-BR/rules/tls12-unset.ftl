tls12-unset =
    .title = O TLS 1.2 depende de qual é o Windows
    .what = O Registro não define os dois valores do TLS 1.2 ({ $roles }), e a entrada não diz de qual Windows
        Server veio.
    .why = O Windows Server 2012 e posteriores usam TLS 1.2 sem esses valores: as mensagens não são afetadas. O
        Windows Server 2008 SP2 e o 2008 R2 o deixam desativado, e o Microsoft 365 então recusa o handshake.
    .remedy = Informe a versão do Windows Server. A correção oferecida aqui o ativa explicitamente e está certa em
        todas.
