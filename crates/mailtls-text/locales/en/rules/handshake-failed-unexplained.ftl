# what: what was found · why: what it does to mail · remedy: what to do
handshake-failed-unexplained =
    .title = A TLS handshake failed without a reason
    .what = The failure is reported, its reason is not.
    .why = The connection is not encrypted; mail waits or goes in clear text.
    .remedy = Paste the lines before and after it, or raise the log level (Postfix: `smtp_tls_loglevel = 1`), so
        that the library’s own message is included.
