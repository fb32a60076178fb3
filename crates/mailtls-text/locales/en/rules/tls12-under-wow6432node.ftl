tls12-under-wow6432node =
    .title = TLS 1.2 values stand below WOW6432Node, where Schannel does not look
    .what = The values are under `{ $key }`. Only `SOFTWARE` has a `WOW6432Node` that programs read; `SYSTEM` has
        none.
    .why = Schannel never reads this place, so the values do nothing: TLS 1.2 for mail is whatever the right keys
        or Windows’ default make it.
    .remedy = Write both values under `TLS 1.2\Client` and `TLS 1.2\Server`. What stands here can be deleted; it does
        no harm.
