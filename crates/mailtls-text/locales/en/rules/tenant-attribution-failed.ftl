# what: what was found · why: what it does to mail · remedy: what to do
tenant-attribution-failed =
    .title = Microsoft 365 does not recognize the sending server
    .what = The connection was made, but its certificate or address fits no inbound connector of the
        organization.
    .why = Microsoft 365 refuses to relay the message.
    .remedy = Compare the certificate the send connector presents with `TlsSenderCertificateName` of the inbound
        connector, and the accepted domains. The TLS version is not the cause.
