# what: what was found · why: what it does to mail · remedy: what to do
handshake-alert =
    .title = The other side ended the handshake
    .what = An alert says that the handshake failed, without naming the version.
    .why = No encrypted connection is made.
    .remedy = Compare the cipher suites of both sides first, then whether one side demands a certificate. `openssl
        s_client -starttls smtp -connect HOST:25` shows what the far end agrees to.
