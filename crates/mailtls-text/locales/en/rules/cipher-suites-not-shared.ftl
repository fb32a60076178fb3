# what: what was found · why: what it does to mail · remedy: what to do
cipher-suites-not-shared =
    .title = No cipher suite in common
    .what = A client connected whose cipher suites this server does not have, or may not use.
    .why = That client gets no encrypted connection.
    .remedy = Find the client: an old device inside may be the one. If mail from Microsoft 365 is affected,
        restore the suites it uses (ECDHE with RSA and AES) in the cipher suite policy, and see that AES,
        SHA and ECDH are not switched off in the registry.
