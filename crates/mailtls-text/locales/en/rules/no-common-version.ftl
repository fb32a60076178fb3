# what: what was found · why: what it does to mail · remedy: what to do
no-common-version =
    .title = No TLS version in common
    .what = The program reports that the two sides share no TLS version. Far end: { $peer }
    .why = No encrypted connection is made; mail waits, or goes in clear text.
    .remedy = Find out which side is limited: `openssl s_client -starttls smtp -connect HOST:25` shows what the
        far end speaks. Then widen the limited side to TLS 1.2: in Postfix `smtp_tls_protocols` and
        `smtpd_tls_protocols`, in Java `jdk.tls.disabledAlgorithms` and the JDK version, in .NET Framework
        `SystemDefaultTlsVersions` (REG_DWORD) = 1.
