tls12-negotiated =
    .title = TLS 1.2 works with Microsoft 365
    .what = The log shows TLS agreed on at version { $word }. Peer: { $peer }. Connector: { $connector }.
        Sessions: { $count }.
    .why = In this direction the TLS version is not what stops mail.
    .remedy = Nothing to do for TLS. If mail still fails, the cause is elsewhere.
