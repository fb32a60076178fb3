connection-failed =
    .title = No connection could be made
    .what = Connecting failed (Winsock error { $word }). Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Nothing listens there, or a firewall is in the way. Neither SMTP nor TLS was reached.
    .remedy = Check that the service runs, the port is open and the address is right.
