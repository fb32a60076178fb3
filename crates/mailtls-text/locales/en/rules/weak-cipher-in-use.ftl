weak-cipher-in-use =
    .title = Some peers agree on weak algorithms
    .what = The log shows handshakes with { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = RC4, DES, 3DES, RC2 and MD5 are no longer safe, and Microsoft 365 does not offer them.
    .remedy = Find out what these peers can do, then take the weak suites off the list.
