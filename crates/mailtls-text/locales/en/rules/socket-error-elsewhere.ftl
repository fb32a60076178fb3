# what: what was found · why: what it does to mail · remedy: what to do
socket-error-elsewhere =
    .title = The connection was dropped, and not by Microsoft 365
    .what = The far end { $peer } is not Microsoft 365. The same text appears there for other reasons.
    .why = The message stays in the queue and is retried.
    .remedy = Look into the protocol log of the connection to this far end. Between Exchange servers of your own a
        TLS version that only one of them has is possible: compare their registries. Otherwise ask the
        operator of the far end, and check what inspects SMTP on the way.
