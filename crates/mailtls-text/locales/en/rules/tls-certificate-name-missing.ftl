# what: what was found · why: what it does to mail · remedy: what to do
tls-certificate-name-missing =
    .title = The certificate named by the connector is missing
    .what = A connector’s `TlsCertificateName` names a certificate that is not on the server.
    .why = Exchange cannot offer its certificate, so mail that needs TLS stays in the queue.
    .remedy = After a renewal set the attribute again: build the name as `<I>` plus issuer, `<S>` plus subject of
        the new certificate and write it with `Set-SendConnector` or `Set-ReceiveConnector
        -TlsCertificateName`. The TLS version is not the cause; leave the registry alone.
