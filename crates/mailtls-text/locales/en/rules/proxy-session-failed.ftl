proxy-session-failed =
    .title = The front end cannot reach the transport service behind it
    .what = The reply carries the code { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Exchange hands sessions on to itself; that step failed. The way to Microsoft 365 is not involved.
    .remedy = Check that the transport services run, that the server resolves its own name, and its internal
        certificate.
