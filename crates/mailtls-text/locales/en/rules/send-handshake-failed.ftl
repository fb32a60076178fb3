send-handshake-failed =
    .title = Microsoft 365 closes the connection during the TLS handshake
    .what = After STARTTLS and the go-ahead, the connection ended before TLS was up (word in the log: { $word }). Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = This is how Microsoft 365 turns away TLS 1.0 and 1.1. Where the connector demands TLS the mail stays
        in the queue with 421 4.4.2; where it does not, it goes out unencrypted.
    .remedy = Check TLS 1.2 for outgoing connections (`TLS 1.2\Client`): add an export of the SCHANNEL key here,
        and the answer becomes certain. If TLS 1.2 is on, look at the cipher suites and at firewalls that
        inspect SMTP.
