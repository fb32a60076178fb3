# what: what was found · why: what it does to mail · remedy: what to do
starttls-required-by-sender =
    .title = The connector demands TLS and could not have it
    .what = The sending server wrote this itself: its connector allows mail over TLS only, and TLS was not to be
        had.
    .why = The message stays in the queue until TLS works.
    .remedy = The send connector’s protocol log tells the two reasons apart: no `STARTTLS` in the far end’s answer
        to EHLO (a device on the way, a blocked address, or the far end’s certificate), or `TLS negotiation
        failed` after it (certificate or TLS version).
