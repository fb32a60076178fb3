# what: what was found · why: what it does to mail · remedy: what to do
authentication-failed =
    .title = Authentication was refused
    .what = One server, or a program, did not authenticate to the other.
    .why = Mail on this connector waits or is refused.
    .remedy = Between Exchange servers check the clock, the names (SPN) and that no device intercepts SMTP; for
        programs check the account and whether SMTP AUTH is allowed. The TLS version is not the cause.
