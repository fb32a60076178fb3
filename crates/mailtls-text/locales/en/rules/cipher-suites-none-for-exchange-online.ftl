cipher-suites-none-for-exchange-online =
    .title = The cipher suite list has none that Exchange Online accepts
    .what = `Functions` lists cipher suites, and none of them is one that Exchange Online accepts with TLS 1.2.
        Suites in the list: { $count }.
    .why = Both sides speak TLS 1.2 and still share nothing, so the handshake fails both ways. The TLS version
        settings do not help here.
    .remedy = Add at least TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 to the
        policy (up to Windows Server 2012 R2: TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384), or remove the policy,
        then restart the server.
