tls12-role-key-misspelt =
    .title = A TLS 1.2 role key is misspelt or translated, so Windows does not read it
    .what = The values are under `{ $key }`. The last part has to be exactly `Client` or `Server`, in English on
        every Windows.
    .why = Schannel never reads this place, so the values do nothing: TLS 1.2 for mail is whatever the right keys
        or Windows’ default make it.
    .remedy = Write both values under `TLS 1.2\Client` and `TLS 1.2\Server`. What stands here can be deleted; it does
        no harm.
