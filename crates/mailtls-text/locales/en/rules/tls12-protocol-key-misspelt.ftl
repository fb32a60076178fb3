tls12-protocol-key-misspelt =
    .title = The TLS 1.2 key is misspelt, so Windows does not read it
    .what = The values are under `{ $key }`. The name has to be exactly `TLS 1.2`: one blank, a full stop.
    .why = Schannel never reads this place, so the values do nothing: TLS 1.2 for mail is whatever the right keys
        or Windows’ default make it.
    .remedy = Write both values under `TLS 1.2\Client` and `TLS 1.2\Server`. What stands here can be deleted; it does
        no harm.
