starttls-skipped =
    .title = Mail was tried in clear text, and Microsoft 365 refused it
    .what = STARTTLS was offered and not used, and the mail was refused for want of TLS. Peer: { $peer }.
        Connector: { $connector }. Sessions: { $count }.
    .why = Exchange does this on its second try, after a handshake that failed. So the cause is the failed
        handshake, most often a missing TLS 1.2 for outgoing connections.
    .remedy = Look for the session right before this one with TLS negotiation failed, and add an export of the
        SCHANNEL key here.
