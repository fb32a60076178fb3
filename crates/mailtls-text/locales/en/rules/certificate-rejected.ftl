# what: what was found · why: what it does to mail · remedy: what to do
certificate-rejected =
    .title = A certificate was not accepted
    .what = One side checked the other’s certificate and refused it.
    .why = Connectors that check certificates do not deliver; mail waits and is returned.
    .remedy = See which certificate is presented and why it is refused: name, date, chain, purpose. Renew or
        complete it, and set `TlsCertificateName` on the connector. The registry values for TLS versions are
        not involved.
