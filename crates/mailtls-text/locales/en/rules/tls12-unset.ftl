tls12-unset =
    .title = TLS 1.2 depends on which Windows this is
    .what = The registry does not set both values of TLS 1.2 ({ $roles }), and the input does not say which Windows
        Server it comes from.
    .why = Windows Server 2012 and later use TLS 1.2 without these values: mail is not affected. Windows Server
        2008 SP2 and 2008 R2 leave it off, and Microsoft 365 then refuses the handshake.
    .remedy = Name the Windows Server release. The fix offered here states "on" explicitly and is right on all of
        them.
