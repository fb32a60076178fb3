hash-algorithm-disabled =
    .title = A hash algorithm that TLS 1.2 needs is switched off
    .what = `Enabled` (REG_DWORD) = 0 stands under `Hashes`: { $names }.
    .why = Cipher suites and signatures that use it are gone. On older Windows, or together with a short cipher
        suite list, nothing may be left that Exchange Online accepts.
    .remedy = Delete `Enabled` there, or set it to REG_DWORD = 0xffffffff. Then restart the server.
