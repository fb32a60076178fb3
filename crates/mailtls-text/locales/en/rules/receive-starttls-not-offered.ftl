receive-starttls-not-offered =
    .title = This server does not offer STARTTLS to Microsoft 365
    .what = The answer of this server to EHLO is complete and STARTTLS is not in it. Peer: { $peer }. Connector:
        { $connector }. Sessions: { $count }.
    .why = Exchange leaves STARTTLS out where it finds no certificate that it can use. Mail from Microsoft 365
        that demands TLS does not come in.
    .remedy = Check TlsCertificateName of the receive connector, the chain of that certificate and event 12014.
        The TLS version plays no part.
