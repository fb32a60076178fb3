# what: what was found · why: what it does to mail · remedy: what to do
certificate-subject-mismatch =
    .title = The certificate carries another name than expected
    .what = The far end expected another subject than the certificate that was presented.
    .why = Connectors that check the name refuse the connection; mail is retried and then returned.
    .remedy = Compare the two subjects in the line shown. Bind the right certificate to the connector
        (`TlsCertificateName`), or correct the domain on the outbound connector in Exchange Online. The
        registry is not involved.
