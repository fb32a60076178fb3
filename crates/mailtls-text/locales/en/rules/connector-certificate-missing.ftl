# what: what was found · why: what it does to mail · remedy: what to do
connector-certificate-missing =
    .title = No certificate for the connector’s name
    .what = Exchange found no certificate that fits the name of a connector.
    .why = STARTTLS may not be offered on that connector; senders that demand TLS do not deliver.
    .remedy = Install a certificate with that name, enable it for SMTP, or set `TlsCertificateName` and the name
        (`Fqdn`) of the connector to fit each other.
