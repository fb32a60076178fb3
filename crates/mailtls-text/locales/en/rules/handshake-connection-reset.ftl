handshake-connection-reset =
    .title = The connection was reset during the TLS handshake
    .what = After STARTTLS the connection was reset (word in the log: { $word }). Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = A reset in the middle of the handshake mostly comes from a firewall that inspects SMTP. A server
        that refuses a TLS version may look the same.
    .remedy = Take the firewall's SMTP inspection out of the way for a test. An export of the SCHANNEL key shows
        whether TLS 1.2 is on.
