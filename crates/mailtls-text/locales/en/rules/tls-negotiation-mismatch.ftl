# what: what was found · why: what it does to mail · remedy: what to do
tls-negotiation-mismatch =
    .title = No protocol or cipher suite in common
    .what = The handshake ended because the two sides share no protocol version or no cipher suite.
    .why = No encrypted connection is made; mail that needs TLS stops.
    .remedy = Export the keys `SCHANNEL` and the cipher suite policy (`SSL\00010002`) of this server and add them
        here: they show whether TLS 1.2 is off or its cipher suites were removed.
