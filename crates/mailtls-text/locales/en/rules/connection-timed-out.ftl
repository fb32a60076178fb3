# what: what was found · why: what it does to mail · remedy: what to do
connection-timed-out =
    .title = The far end does not answer
    .what = The connection could not be made, or got no answer in time.
    .why = Mail waits and is returned.
    .remedy = Check the route, the firewall and port 25 on the way; after a handshake has begun also the packet
        size (MTU) and devices that inspect SMTP. The TLS version is not the likely cause.
