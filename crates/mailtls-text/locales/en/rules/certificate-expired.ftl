# what: what was found · why: what it does to mail · remedy: what to do
certificate-expired =
    .title = A certificate has expired
    .what = One side reports that a certificate is past its date.
    .why = Connectors that check certificates refuse the connection.
    .remedy = Renew the certificate, enable it for SMTP and set it on the connectors again. The registry is not
        involved.
