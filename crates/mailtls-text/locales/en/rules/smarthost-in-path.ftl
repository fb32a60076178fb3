smarthost-in-path =
    .title = Mail for Microsoft 365 goes through another host first
    .what = The connector is named after Office 365, and the peer is { $peer }. Connector: { $connector }.
    .why = That host makes the connection to Microsoft 365 with its own TLS. The TLS settings of this server
        decide only on the way to it.
    .remedy = If mail to Microsoft 365 fails, look at the TLS of that host as well.
