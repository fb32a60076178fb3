# what: what was found · why: what it does to mail · remedy: what to do
message-accepted =
    .title = A message was accepted
    .what = The far end took the message over.
    .why = This message is on its way; the text shows no failure.
    .remedy = If another message failed, paste what was said about that one.
