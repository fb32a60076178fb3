session-starttls-not-offered =
    .title = The receiving server does not offer STARTTLS
    .what = Its answer to EHLO is complete and STARTTLS is not in it. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Microsoft 365 always offers it: a device on the way takes it out, or the sending address is on a
        block list. A connector that demands TLS then keeps the mail.
    .remedy = Compare the answer from outside the firewall, and check whether the sending address is blocked. TLS
        versions play no part yet.
