tls12-enabled-not-one =
    .title = TLS 1.2 is switched on in an unsupported form
    .what = `Enabled` (REG_DWORD) = { $number } under TLS 1.2.
    .why = Windows takes every number but 0 as on, so mail is not affected. The documentation knows only 0 and 1,
        and some tools report other numbers as wrong.
    .remedy = Nothing has to change. To match the documentation, set `Enabled` (REG_DWORD) = 1.
