cipher-suites-all-switched-off =
    .title = No cipher suite that Exchange Online accepts is left
    .what = `Enabled` (REG_DWORD) = 0 stands under the keys of algorithms: { $names }. Each suite in force that
        Exchange Online would accept needs one of them: { $suites }.
    .why = Both sides may speak TLS 1.2 and still share no cipher suite, so the handshake fails in either direction.
        The TLS version settings do not help here.
    .remedy = Delete `Enabled` under those keys, or set it to REG_DWORD = 0xffffffff. Then restart the server.
