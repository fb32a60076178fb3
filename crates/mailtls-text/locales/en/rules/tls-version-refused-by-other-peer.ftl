tls-version-refused-by-other-peer =
    .title = A peer that is not Microsoft 365 refused the TLS version
    .what = The handshake ended with the word { $word }: no TLS version is shared. The peer is not Microsoft
        365. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = One of the two sides speaks only old versions. Between two Exchange servers that is mostly the older
        one.
    .remedy = Switch TLS 1.2 on where it is off: for this server its own direction, for the peer the other role.
        An export of the SCHANNEL key of both shows which.
