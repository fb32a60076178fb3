# what: what was found · why: what it does to mail · remedy: what to do
mail-sent-in-clear-text =
    .title = Mail went out in clear text
    .what = After TLS failed, the message was sent without encryption.
    .why = Nobody gets a bounce; the message could be read on the way.
    .remedy = Mend the handshake (the lines before it say why it failed), then require TLS for this far end.
