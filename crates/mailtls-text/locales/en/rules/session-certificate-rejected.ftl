session-certificate-rejected =
    .title = A certificate was not accepted in the handshake
    .what = The handshake ended with the word { $word }, which speaks of a certificate. Peer: { $peer }.
        Connector: { $connector }. Sessions: { $count }.
    .why = Both sides had agreed on a TLS version; the certificate is what stopped them. A registry change
        would not help.
    .remedy = Check date, names and the whole chain of the certificate in use, and whether the other side trusts
        its issuer.
