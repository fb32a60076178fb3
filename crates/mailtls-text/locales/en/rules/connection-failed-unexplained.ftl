# what: what was found · why: what it does to mail · remedy: what to do
connection-failed-unexplained =
    .title = Delivery failed without a reason
    .what = The text says that delivery failed or expired, not why.
    .why = The message is late or was returned.
    .remedy = Look for the line before it: older lines of the bounce, `LastError` of the queue, the protocol log,
        or the log of another mail server (Postfix: `mail.log`, Exim: `mainlog`) carry the reason. Paste that
        here.
