device-handshake-failed =
    .title = A device of the own network fails its TLS handshake with this server
    .what = A connection from a private address ended in the handshake (word in the log: { $word }). Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Old printers and programs speak only TLS 1.0 and fail where it is off. This is not the way to or
        from Microsoft 365.
    .remedy = Update the device, or give it a receive connector without TLS for its address. Leave the TLS
        settings for Microsoft 365 as they are.
