connection-cut-before-handshake =
    .title = The connection was cut before any TLS handshake
    .what = The connection ended with { $word } and STARTTLS was never sent. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Without a handshake this says nothing about TLS versions.
    .remedy = Look at the network and at what the other side logs; the TLS settings of this server are not the
        place.
