# what: what was found · why: what it does to mail · remedy: what to do
tls-negotiation-quoted =
    .title = TLS negotiation failed with SocketError
    .what = A line of the protocol log is quoted: the far end closed the connection during the TLS handshake.
    .why = Mail that needs TLS stays in the queue; other mail may go out in clear text.
    .remedy = Paste the whole session from the protocol log, from `+` to `-`: it shows the far end and what came
        before. Add the registry export of the server.
