# what: what was found · why: what it does to mail · remedy: what to do
plaintext-instead-of-tls =
    .title = Plain text met TLS: port or mode mixed up
    .what = One side began with TLS while the other still spoke plain SMTP. Despite its words the error is not
        about a TLS version.
    .why = The connection ends before TLS begins.
    .remedy = Use STARTTLS on ports 25 and 587 and implicit TLS on port 465 only. Microsoft 365 offers no port
        465: set the program to STARTTLS on port 587.
