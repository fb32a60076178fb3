tls12-on-wrong-path =
    .title = TLS 1.2 values stand on a path that Schannel does not read
    .what = The values are under `{ $key }`. The path has to be
        `HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols`.
    .why = Schannel never reads this place, so the values do nothing: TLS 1.2 for mail is whatever the right keys
        or Windows’ default make it.
    .remedy = Write both values under `TLS 1.2\Client` and `TLS 1.2\Server`. What stands here can be deleted; it does
        no harm.
