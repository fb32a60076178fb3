# what: what was found · why: what it does to mail · remedy: what to do
digicert-root-g2-untrusted =
    .title = The root DigiCert Global Root G2 may not be trusted
    .what = Exchange Online reports that no session could be established. Servers that do not trust the root of
        its certificates cause this text.
    .why = Mail from Exchange Online that must use TLS waits and is returned.
    .remedy = Check on the server that receives: the root with thumbprint DF3C24F9BFD666761B268073FE06D1CC8D4F82A4
        must be among the trusted roots. Import it, or let Windows update its roots again.
