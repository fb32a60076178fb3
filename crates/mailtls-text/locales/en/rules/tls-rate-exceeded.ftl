tls-rate-exceeded =
    .title = The server limits how many TLS connections it takes
    .what = The reply says that the maximum TLS rate is exceeded. Peer: { $peer }. Connector: { $connector }.
        Sessions: { $count }.
    .why = The mail is tried again later and mostly goes through. It is a limit, not a fault of TLS.
    .remedy = If it happens often, spread the load or raise the limit on the receiving side.
