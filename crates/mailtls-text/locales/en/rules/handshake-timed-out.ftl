handshake-timed-out =
    .title = The TLS handshake timed out
    .what = After STARTTLS no answer came in time (word in the log: { $word }). Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Packets are lost or held back on the way. A server that refuses a TLS version closes at once.
    .remedy = Look at firewalls, MTU and intrusion prevention between the two sides; a network trace on both ends
        shows where the packets stop.
