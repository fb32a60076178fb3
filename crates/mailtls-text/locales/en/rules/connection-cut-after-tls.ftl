connection-cut-after-tls =
    .title = The connection was cut after TLS had succeeded
    .what = TLS was agreed on in this session, and the connection ended later with { $word }. Peer: { $peer }.
        Connector: { $connector }. Sessions: { $count }.
    .why = In a queue or a bounce this reads like a failed handshake (421 4.4.2), but the TLS version was fine.
    .remedy = Look at what cuts long connections: firewall, size limits, antivirus, or the other side.
