# what: what was found · why: what it does to mail · remedy: what to do
schannel-credential-refused =
    .title = Windows could not create a TLS credential
    .what = Schannel failed before any connection was made.
    .why = Programs that use this role, client or server, get no TLS.
    .remedy = Add the registry export: all TLS versions switched off for one role cause this event. If at least
        TLS 1.2 is on, check the certificate and the permission on its private key.
