# what: what was found · why: what it does to mail · remedy: what to do
starttls-demanded =
    .title = The receiver demands TLS and the mail came without
    .what = The receiving side answered that STARTTLS must come first.
    .why = The message is not accepted; it is retried and then returned.
    .remedy = Look into the protocol log: is `STARTTLS` in the answer to EHLO? If not, something on the way
        removes it or the receiver withholds it. If yes, and `TLS negotiation failed` stands before, check
        TLS 1.2 on the side that sends (`Client`).
