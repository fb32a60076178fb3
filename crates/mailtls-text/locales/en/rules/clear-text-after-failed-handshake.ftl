clear-text-after-failed-handshake =
    .title = Mail goes out unencrypted after a failed handshake
    .what = Right after the handshake failed, mail went to the same peer in clear text. Peer: { $peer }.
        Connector: { $connector }. Sessions: { $count }.
    .why = Nobody gets a bounce, so it goes unnoticed: the mail arrives, readable for everybody on the way.
    .remedy = Mend what made the handshake fail. After that, RequireTLS on the connector makes sure it stays
        mended.
