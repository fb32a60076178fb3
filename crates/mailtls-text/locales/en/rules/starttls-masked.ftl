starttls-masked =
    .title = A firewall hides STARTTLS
    .what = What the server said was overwritten on the way, with X or with asterisks. Peer: { $peer }.
        Connector: { $connector }. Sessions: { $count }.
    .why = Firewalls that inspect SMTP do this so that they can read along. Without STARTTLS there is no TLS at
        all, whatever the registry says.
    .remedy = Switch the SMTP inspection (“ESMTP fixup”) of the firewall off, or allow TLS in it.
