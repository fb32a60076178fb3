tls12-in-numbered-control-set =
    .title = TLS 1.2 values stand in a numbered control set
    .what = The values are under `{ $key }`, and the export does not show which control set is the current one.
    .why = Windows uses the control set named in `HKLM\SYSTEM\Select`. With a single one in the export it
        is taken for the current one here; if another one is, these values do nothing for mail.
    .remedy = Write to `CurrentControlSet`, which always leads to the right one, or export `HKLM\SYSTEM\Select` as
        well.
