old-tls-in-use =
    .title = Some peers still use TLS 1.0 or 1.1
    .what = The log shows successful handshakes at version { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = They work today. They would fail, or lose encryption, once one side switches the old versions off.
    .remedy = Update these peers before you switch TLS 1.0 and 1.1 off.
