# what: what was found · why: what it does to mail · remedy: what to do
server-only-old-tls =
    .title = The server named beside the error has no TLS 1.2
    .what = The text names a server version whose newest protocol is TLS 1.0.
    .why = Microsoft 365 refuses TLS 1.0, so mail between the two stops or goes in clear text.
    .remedy = No registry file can help. Move the mail to a server with a supported version of Exchange and
        Windows, or put a relay that speaks TLS 1.2 in between.
