# what: what was found · why: what it does to mail · remedy: what to do
exchange-build-tls10-only =
    .title = This Exchange build cannot use TLS 1.2
    .what = The mail was handled by { $product } { $update }, build { $build }. Up to this build SMTP is fixed
        to TLS 1.0.
    .why = Microsoft 365 refuses TLS 1.0, so this server cannot send to it or receive from it over TLS.
    .remedy = No registry file can help. Install the update that brings TLS 1.2 (Exchange 2010: SP3 RU9 or later;
        Exchange 2013: CU8 or later), better a supported version, then check the registry.
