# what: what was found · why: what it does to mail · remedy: what to do
availability-tls-failed =
    .title = Free/busy requests fail, not mail
    .what = Web requests of the availability service to Microsoft 365 were cut.
    .why = Free/busy times are missing; mail flow does not depend on it.
    .remedy = Let .NET Framework use the TLS versions of Windows: `SystemDefaultTlsVersions` (REG_DWORD) = 1 and
        `SchUseStrongCrypto` (REG_DWORD) = 1 under both .NET keys.
