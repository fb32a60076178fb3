tls12-under-wrong-root =
    .title = TLS 1.2 values stand under the wrong root key
    .what = The values are under `{ $key }`, not under `HKEY_LOCAL_MACHINE`.
    .why = Schannel never reads this place, so the values do nothing: TLS 1.2 for mail is whatever the right keys
        or Windows’ default make it.
    .remedy = Write both values under `TLS 1.2\Client` and `TLS 1.2\Server`. What stands here can be deleted; it does
        no harm.
