tls-inspected =
    .title = Something on the way ends the TLS connection to Microsoft 365
    .what = The certificate shown is not Microsoft's. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = An appliance or antivirus opens the connection to read along. Its TLS, not Microsoft's, is what this
        server talks to.
    .remedy = Take port 25 to Microsoft 365 out of the inspection.
