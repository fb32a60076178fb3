old-tls-enabled =
    .title = Old versions are switched on explicitly
    .what = The registry switches these on: { $protocols }.
    .why = Microsoft 365 uses none of them, so they do not help mail with it. Devices and older servers that send
        through this server may still need them.
    .remedy = Leave them, or switch them off once the protocol logs show that no partner uses them. The strict profile
        of the fix does so.
