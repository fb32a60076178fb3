# what: what was found · why: what it does to mail · remedy: what to do
connection-refused =
    .title = The connection was refused
    .what = The far end or a firewall turned the connection away.
    .why = No SMTP was spoken; mail waits and is returned.
    .remedy = Check that the far end listens on the port, the firewall and the address translation. TLS was not
        reached.
