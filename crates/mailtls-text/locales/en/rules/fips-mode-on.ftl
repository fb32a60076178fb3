fips-mode-on =
    .title = FIPS mode is on
    .what = `Enabled` (REG_DWORD) is not 0 under `Lsa\FIPSAlgorithmPolicy`.
    .why = Windows then leaves out weak algorithms such as RC4 and MD5. Mail with Microsoft 365 is not affected:
        the suites it accepts are all allowed. Old partners may lose their only common suite.
    .remedy = Nothing has to change for Microsoft 365.
