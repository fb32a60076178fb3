tls12-on-parent-key =
    .title = TLS 1.2 values stand on the parent key, where they do nothing
    .what = The values are on `{ $key }` itself, not under its `Client` and `Server` keys.
    .why = Schannel never reads this place, so the values do nothing: TLS 1.2 for mail is whatever the right keys
        or Windows’ default make it.
    .remedy = Write both values under `TLS 1.2\Client` and `TLS 1.2\Server`. What stands here can be deleted; it does
        no harm.
