peer-handshake-failed =
    .title = A TLS handshake with a peer other than Microsoft 365 fails
    .what = The connection ended in the handshake (word in the log: { $word }), and the log gives no reason.
        Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Version, cipher suites, certificate or the network: the word does not tell which. What Microsoft 365
        accepts plays no part here.
    .remedy = Ask the other side for the log of the same minute. An export of the SCHANNEL key of this server
        shows which versions it offers.
