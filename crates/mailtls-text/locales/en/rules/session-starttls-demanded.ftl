session-starttls-demanded =
    .title = Mail was refused because the session had no TLS
    .what = The reply demands STARTTLS first. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = One side requires TLS and the other sent without it. Why it had no TLS is not in these rows.
    .remedy = Look in the same log for the session before, or at the answer to EHLO: a failed handshake, or a
        missing STARTTLS, is the cause.
