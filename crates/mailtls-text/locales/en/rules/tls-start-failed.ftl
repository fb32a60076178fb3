# what: what was found · why: what it does to mail · remedy: what to do
tls-start-failed =
    .title = The mail server could not start TLS
    .what = STARTTLS was accepted, then the handshake failed. No TLS version or no cipher suite in common is the
        usual reason; these words do not say which.
    .why = Mail to this server waits in the queue and is returned in the end.
    .remedy = Look into the log of the mail server for the same minute: the line `TLS library problem` names the
        reason (`protocol version`, `unsupported protocol`, `handshake failure`). `openssl s_client -starttls
        smtp -connect HOST:25 -tls1_2` shows whether the far end speaks TLS 1.2. If it does, allow TLS 1.2 on
        your side: in Postfix `smtp_tls_protocols` and `smtp_tls_mandatory_protocols`, then `postfix reload`.
