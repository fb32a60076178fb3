dotnet-tls-off =
    .title = .NET programs on this server do not use TLS 1.2
    .what = These values are REG_DWORD = 0: { $values }.
    .why = SMTP is not affected: mail flow does not go through .NET. Web services are: free/busy, EWS, the Hybrid
        Configuration Wizard and scripts may fail to reach Microsoft 365.
    .remedy = Set them to REG_DWORD = 1 in both views. The recommended profile of the fix does so, in a part of its
        own.
