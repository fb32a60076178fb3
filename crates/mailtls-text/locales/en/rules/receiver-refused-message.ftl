# what: what was found · why: what it does to mail · remedy: what to do
receiver-refused-message =
    .title = The receiver refuses the message
    .what = The answer is about the recipient, the mailbox, the size, or the reputation and content of the
        message.
    .why = This message is not delivered; others may be.
    .remedy = Read the code and the words in the line shown: they say what to change, on the side that is named.
        The TLS version is not the cause.
