winhttp-without-tls12 =
    .title = WinHTTP programs on this server do not use TLS 1.2 by default
    .what = `DefaultSecureProtocols` (REG_DWORD) = { $mask } lacks the bit 0x800 for TLS 1.2.
    .why = SMTP is not affected. Programs that use WinHTTP are, among them the Hybrid Configuration Wizard and
        updates.
    .remedy = Add the bit 0x800. The recommended profile of the fix does so, in a part of its own.
