# what: what was found · why: what it does to mail · remedy: what to do
socket-error-bounce =
    .title = The connection was dropped during the TLS handshake
    .what = The error is the one Exchange writes when the far end drops the connection while TLS is negotiated.
        Microsoft documents it for servers that offer Microsoft 365 nothing newer than TLS 1.1.
    .why = The message stays in the queue, is retried and comes back as undeliverable after one or two days.
    .remedy = Check TLS 1.2 in the registry of the server that sends (`Client`) or receives (`Server`): add its
        export here and the verdict becomes definite. The protocol log of the connector shows whether the
        handshake itself failed.
