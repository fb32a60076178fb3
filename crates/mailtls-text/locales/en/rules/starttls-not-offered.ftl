# what: what was found · why: what it does to mail · remedy: what to do
starttls-not-offered =
    .title = STARTTLS was not offered
    .what = The far end did not offer STARTTLS; a connection that demands TLS cannot go on.
    .why = The message waits in the queue and is returned later.
    .remedy = Look at the far end’s answer to EHLO from this server and from another network. If STARTTLS appears
        elsewhere, a firewall or proxy on the way removes it: switch off its SMTP inspection. If it is
        missing everywhere, the far end lacks a usable certificate or blocks your address.
