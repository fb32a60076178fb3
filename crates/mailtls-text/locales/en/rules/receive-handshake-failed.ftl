receive-handshake-failed =
    .title = The TLS handshake of Microsoft 365 with this server fails
    .what = Microsoft 365 connected and began TLS, and the handshake ended (word in the log: { $word }). Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Microsoft 365 offers nothing older than TLS 1.2. If this server cannot answer with it, mail from
        Microsoft 365 is delayed, bounces, or arrives unencrypted.
    .remedy = Check TLS 1.2 for incoming connections (`TLS 1.2\Server`): add an export of the SCHANNEL key here.
        If it is on, look at the cipher suites and the certificate.
