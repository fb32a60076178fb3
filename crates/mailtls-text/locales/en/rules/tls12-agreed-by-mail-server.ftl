# what: what was found · why: what it does to mail · remedy: what to do
tls12-agreed-by-mail-server =
    .title = TLS 1.2 or newer was agreed
    .what = The log shows a finished handshake with { $peer }.
    .why = Mail on this connection is encrypted; its TLS version is fine.
    .remedy = Nothing to do for TLS.
