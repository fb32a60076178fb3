# what: what was found · why: what it does to mail · remedy: what to do
handshake-failed-with-microsoft365 =
    .title = The TLS handshake with Microsoft 365 failed
    .what = The program reports a failed handshake with Microsoft 365 and no reason.
    .why = Mail waits in the queue, or goes in clear text if that is allowed.
    .remedy = Check which TLS versions the program and its library offer: Microsoft 365 needs TLS 1.2. `openssl
        s_client -starttls smtp -connect HOST:25` shows the version and the certificate. A `.reg` file helps
        only if the program uses Windows’ own TLS.
