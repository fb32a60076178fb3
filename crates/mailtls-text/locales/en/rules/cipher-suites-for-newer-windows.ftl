cipher-suites-for-newer-windows =
    .title = The cipher suite list is written for a newer Windows
    .what = `Functions` names suites with elliptic curves without their curve, which Windows Server { $os } does not
        know.
    .why = Windows ignores these entries. Left for mail with Exchange Online: { $left }.
    .remedy = Use a list for Windows Server { $os }, with names such as TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384, or
        remove the policy. Then restart the server.
