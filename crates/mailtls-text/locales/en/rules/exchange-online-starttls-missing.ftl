# what: what was found · why: what it does to mail · remedy: what to do
exchange-online-starttls-missing =
    .title = Exchange Online demands TLS and does not get it
    .what = Exchange Online wants to deliver to { $peer } over TLS and could not.
    .why = Exchange Online retries for a day and then returns the message.
    .remedy = Look into the receive connector’s protocol log at the time shown. No `STARTTLS` in the answer to
        EHLO: check the certificate and `TlsCertificateName` of the connector, and devices on the way. `TLS
        negotiation failed`: check TLS 1.2 for incoming connections (`Server`). Since March 2026 also check
        that DigiCert Global Root G2 is trusted.
