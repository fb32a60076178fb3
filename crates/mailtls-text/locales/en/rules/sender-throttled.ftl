# what: what was found · why: what it does to mail · remedy: what to do
sender-throttled =
    .title = The receiver limits this sender
    .what = The far end accepts no more mail from this address for now.
    .why = Mail is delayed and retried.
    .remedy = Wait, spread the load, and look at the reputation of the sending address. The TLS version is not the
        cause.
