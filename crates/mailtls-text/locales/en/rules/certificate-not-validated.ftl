certificate-not-validated =
    .title = A certificate chain did not validate
    .what = The log says that a certificate could not be validated: { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Connectors that demand a valid certificate refuse the session. Since March 2026 a missing DigiCert
        Global Root G2 on this server looks like this too.
    .remedy = Check that this server trusts the issuer (among others DigiCert Global Root G2), that its root
        updates run, and that the chain is complete.
