session-authentication-failed =
    .title = Authentication failed in an SMTP session
    .what = The log says that logging on failed. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = A password, an account or the trust between two servers is wrong. TLS is not the fault.
    .remedy = Check the account or, between Exchange servers, clock, domain trust and the authentication of the
        connector.
