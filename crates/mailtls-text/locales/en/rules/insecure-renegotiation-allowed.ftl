insecure-renegotiation-allowed =
    .title = Unprotected renegotiation is allowed
    .what = These values (REG_DWORD) are not 0 under `SCHANNEL`: { $names }.
    .why = Mail is not affected. Partners without the protection of RFC 5746 may connect, which weakens TLS.
    .remedy = Set them to REG_DWORD = 0 unless a known old partner needs them.
