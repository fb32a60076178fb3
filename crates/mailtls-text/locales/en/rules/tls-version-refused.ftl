tls-version-refused =
    .title = Microsoft 365 refused the TLS version
    .what = The handshake ended with the word { $word }: the other side says that no TLS version is shared.
        Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Only TLS 1.2 and later are accepted there. This server did not offer it, so the mail waits, bounces
        or travels unencrypted.
    .remedy = Switch TLS 1.2 on for this direction in the registry and restart the server. An export of the
        SCHANNEL key shows which value stands in the way.
