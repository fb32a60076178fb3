starttls-rejected =
    .title = The server offered STARTTLS and then refused to begin
    .what = STARTTLS was answered with { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = That server cannot use its own certificate, or has another fault. No TLS version was tried.
    .remedy = Read the reply in the evidence. In a send log the other side has to look; in a receive log check
        this server's certificate for SMTP.
