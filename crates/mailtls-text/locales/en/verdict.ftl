### The verdict in words. A frame says how sure, its subject what fails and which way, its reason why.

frame-certain = { $subject } fails because { $reason }.
frame-likely = { $subject } most likely fails because { $reason }.
frame-suspected = One possibility is that { $subject } fails because { $reason }; other causes fit as well.

subject-tls = the TLS handshake
    .outbound = the TLS handshake for outgoing mail
    .inbound = the TLS handshake for incoming mail
    .both = the TLS handshake for outgoing and incoming mail
subject-mail = mail delivery
    .outbound = delivery of outgoing mail
    .inbound = delivery of incoming mail
    .both = delivery of outgoing and incoming mail

reason-tls-version = one side no longer speaks TLS 1.0 or TLS 1.1 and the other speaks nothing newer
    .outbound = the receiving side no longer accepts TLS 1.0 or TLS 1.1 and this server offers nothing newer
    .inbound = the sending side no longer uses TLS 1.0 or TLS 1.1 and this server accepts nothing newer
    .both = the other side no longer speaks TLS 1.0 or TLS 1.1 and this server uses nothing newer
reason-cipher-mismatch = the two sides share a TLS version but no cipher suite
reason-certificate = one side does not accept the other side’s certificate
reason-credentials = this server’s own certificate, or its private key, cannot be used
reason-starttls-stripped = STARTTLS was not offered, or something between the two servers removed the offer
    .outbound = the receiving server did not offer STARTTLS, or something in between removed the offer
    .inbound = this server did not offer STARTTLS, or something in between removed the offer
reason-starttls-required = TLS is required for this mail and was not in use
reason-network-timeout = the other server gave no answer or refused the connection
    .inbound = this server gave no answer to the sending side or refused the connection
reason-connection-reset = the connection was cut, and not by a TLS handshake
reason-dns = a name could not be resolved in DNS
reason-auth = the authentication was refused
reason-policy = the rules of the receiving side refused the message (recipient, size, quota, spam filter or
    settings of the organization)

reason-of-device-handshake-failed = a device of the own network and this server share no TLS version; the device is the
    one to update
reason-of-tls-start-failed = the two sides may share no TLS version; which of them would be behind, the evidence does not say
reason-of-no-common-version = the two sides share no TLS version; which of them is behind, the evidence does not say
reason-of-tls-version-refused-by-other-peer = this server and a far end that is not Microsoft 365 share no TLS version
reason-of-receive-starttls-not-offered = this server does not offer STARTTLS, which Exchange leaves out when it finds no
    certificate it can use
reason-of-tls-certificate-name-missing = the connector names a certificate that is not on the server
reason-of-connector-certificate-missing = no certificate on this server carries the name of the connector
reason-of-outdated-exchange-throttled = Microsoft 365 slows down or blocks mail from this outdated Exchange server
reason-of-sender-throttled = the receiving side limits how much it takes from this sender
reason-of-tenant-attribution-failed = Microsoft 365 could not match the connection with a connector of the organization
reason-of-direct-send-refused = the organization in Microsoft 365 takes no mail sent to it directly without a connector

# Only registry exports were given: no failure was seen, but what they set has one certain effect.
summary-registry-certain = The registry switches TLS 1.2 off, so mail with servers that have switched TLS 1.0 and
    TLS 1.1 off, such as Microsoft 365, cannot use TLS.
    .outbound = The registry switches TLS 1.2 off for outgoing connections, so this server cannot send over TLS to
        servers that have switched TLS 1.0 and TLS 1.1 off, such as Microsoft 365.
    .inbound = The registry switches TLS 1.2 off for incoming connections, so servers that have switched TLS 1.0
        and TLS 1.1 off, such as Microsoft 365, cannot send to this server over TLS.
    .both = The registry switches TLS 1.2 off for outgoing and incoming connections, so this server cannot
        exchange mail over TLS with servers that have switched TLS 1.0 and TLS 1.1 off, such as Microsoft 365.
summary-registry-likely = As the registry stands, TLS 1.2 is most likely off, so mail with servers that have
    switched TLS 1.0 and TLS 1.1 off, such as Microsoft 365, most likely cannot use TLS.
    .outbound = As the registry stands, TLS 1.2 is most likely off for outgoing connections, so this server most
        likely cannot send over TLS to servers such as Microsoft 365.
    .inbound = As the registry stands, TLS 1.2 is most likely off for incoming connections, so servers such as
        Microsoft 365 most likely cannot send to this server over TLS.
    .both = As the registry stands, TLS 1.2 is most likely off for outgoing and incoming connections, so this
        server most likely cannot exchange mail over TLS with servers such as Microsoft 365.
summary-registry-suspected = As the registry stands, TLS 1.2 may be off; the export alone does not settle it.
    .outbound = As the registry stands, TLS 1.2 may be off for outgoing connections; the export alone does not
        settle it.
    .inbound = As the registry stands, TLS 1.2 may be off for incoming connections; the export alone does not
        settle it.
    .both = As the registry stands, TLS 1.2 may be off for outgoing and incoming connections; the export alone
        does not settle it.

# Several servers: which of them, and in which direction, their list says.
summary-servers-certain = At least one of these servers has TLS 1.2 switched off in its registry, so it cannot exchange
    mail over TLS with servers that have switched TLS 1.0 and TLS 1.1 off, such as Microsoft 365.
summary-servers-likely = As their registries stand, TLS 1.2 is most likely off on at least one of these servers, so it
    most likely cannot exchange mail over TLS with servers such as Microsoft 365.
summary-servers-suspected = As their registries stand, TLS 1.2 may be off on at least one of these servers; the exports
    alone do not settle it.

summary-unknown = Mail fails, and what was given does not show why.
    .outbound = Outgoing mail fails, and what was given does not show why.
    .inbound = Incoming mail fails, and what was given does not show why.
    .both = Outgoing and incoming mail fail, and what was given does not show why.

summary-none-empty = There is nothing to read yet.
summary-none-text = Nothing here was recognized as a bounce, a queue error, a protocol log or a registry export,
    so nothing can be said about TLS.
summary-none-log = The log shows no failed delivery and no failed TLS handshake.
summary-none-reg = The registry export shows nothing that keeps mail from using TLS 1.2.
summary-none-mail = No failed delivery was found.

summary-tls-version-ruled-out = The end of TLS 1.0 and TLS 1.1 is not the cause.
summary-tls-version-fine = The TLS version is no obstacle here.
summary-tls-version-open = The TLS version is not ruled out.
summary-tls-version-not-seen = Nothing here points to the TLS version.
summary-with-warnings = Something here is worth mending before it stops mail.
summary-os-assumed = This assumes the defaults of { $os }.
summary-platform-openssl = The TLS software is OpenSSL or similar, which no .reg file changes.
summary-platform-java = The TLS software is Java, which no .reg file changes.

ruled-out = { $cause }: ruled out by “{ $finding }”.
conflict = Two rules ask for different data in `{ $name }` under { $key }: { $rules }. Choose one before applying.
