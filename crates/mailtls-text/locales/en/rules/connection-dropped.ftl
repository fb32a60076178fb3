# what: what was found · why: what it does to mail · remedy: what to do
connection-dropped =
    .title = The connection was cut
    .what = The far end, or a device in between, ended the connection.
    .why = Mail is retried and returned if it keeps happening.
    .remedy = The protocol log of the server on premises shows at which step it happens. During the handshake:
        check TLS 1.2 and devices that inspect SMTP. During the message: check size limits and time-outs.
