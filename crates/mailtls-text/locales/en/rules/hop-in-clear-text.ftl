# what: what was found · why: what it does to mail · remedy: what to do
hop-in-clear-text =
    .title = The step into Microsoft 365 was not encrypted
    .what = The header written by Microsoft 365 shows that { $from } handed the message over in clear text.
    .why = The message could be read on the way, and nobody was told.
    .remedy = Check the send connector’s protocol log for a handshake that failed before, and TLS 1.2 for outgoing
        connections (`Client`).
