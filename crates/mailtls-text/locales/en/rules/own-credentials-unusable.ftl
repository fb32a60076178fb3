# what: what was found · why: what it does to mail · remedy: what to do
own-credentials-unusable =
    .title = The server’s own certificate or key cannot be used
    .what = The error is about the certificate of this server: its private key is missing or cannot be read, or
        it is not enabled for SMTP.
    .why = The handshake fails before the far end is asked anything; mail that needs TLS stays in the queue.
    .remedy = Check with `Get-ExchangeCertificate` which certificate has the service SMTP and a private key;
        import it again with its key, run `Enable-ExchangeCertificate -Services SMTP`, and set
        `TlsCertificateName` on the connector. Leave the TLS values in the registry alone.
