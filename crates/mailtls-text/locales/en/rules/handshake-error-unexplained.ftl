handshake-error-unexplained =
    .title = A TLS handshake failed with a word that does not tell why
    .what = The handshake ended with the word { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Several causes end in this word, among them text in the place of a handshake.
    .remedy = Look into the System event log for Schannel events of the same minute: their alert number tells
        more.
