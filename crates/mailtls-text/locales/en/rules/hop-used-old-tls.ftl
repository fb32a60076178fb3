# what: what was found · why: what it does to mail · remedy: what to do
hop-used-old-tls =
    .title = The step into Microsoft 365 used { $version }
    .what = The header written by Microsoft 365 shows that { $from } handed the message over with { $version }.
    .why = Microsoft 365 has refused this version since 2021; the same server would fail today.
    .remedy = Check TLS 1.2 for outgoing connections (`Client`) on that server.
