cipher-suites-differ =
    .title = The two sides share no cipher suite
    .what = The handshake ended with the word { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = TLS 1.2 may be on and still nothing can be agreed on, often after the suites were hardened. TLS 1.2
        switched off for this role can end in the same word.
    .remedy = Compare the cipher suites of this server with those of the peer, and add an export of the SCHANNEL
        key here to see whether TLS 1.2 is on.
