# what: what was found · why: what it does to mail · remedy: what to do
root-not-trusted =
    .title = A certificate’s root is not trusted
    .what = One side does not know the root certificate that the other side’s certificate ends in.
    .why = The handshake is broken off after the TLS version was agreed; mail that needs TLS stops.
    .remedy = Where Microsoft 365 presents the certificate, install DigiCert Global Root G2 (thumbprint
        DF3C24F9BFD666761B268073FE06D1CC8D4F82A4), or let Windows update its roots again. Where your server
        presents it, send the whole chain. The registry values for TLS versions are not involved.
