local-certificate-unusable =
    .title = This server cannot use its own certificate for TLS
    .what = The handshake ended with the word { $word }, which Windows says of its own certificate. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = The certificate that the connector uses has no usable private key, is not enabled for SMTP, or is
        gone. TLS 1.2 has nothing to do with it: a registry change would not help.
    .remedy = Check the certificate with Get-ExchangeCertificate, enable it for SMTP or import it again with its
        private key, and set TlsCertificateName of the connector anew.
