### The words of the report's vocabulary, as labels.

cause-tls-version = TLS version
cause-cipher-mismatch = No cipher suite in common
cause-certificate = Certificate not accepted
cause-credentials = Own certificate or key not usable
cause-starttls-stripped = STARTTLS not offered
cause-starttls-required = TLS required, none in use
cause-network-timeout = Server not reachable
cause-connection-reset = Connection cut
cause-dns = Name not resolved
cause-auth = Authentication refused
cause-policy = Refused by the receiver’s rules
cause-none = No failure found
cause-unknown = Failure without a known cause

certainty-certain = certain
    .reason = The evidence proves it directly.
certainty-likely = likely
    .reason = The evidence points here; direct proof is missing.
certainty-suspected = suspected
    .reason = The evidence fits, and fits other causes as well.

direction-outbound = outgoing mail
direction-inbound = incoming mail
direction-both = outgoing and incoming mail
direction-unknown = direction not known

severity-error = error
    .reason = Stops mail.
severity-warning = warning
    .reason = Hurts or will hurt mail.
severity-note = note
    .reason = Worth knowing.

kind-ndr = bounce (NDR)
kind-queue = queue or message trace
kind-smtp-send-log = send connector protocol log
kind-smtp-receive-log = receive connector protocol log
kind-reg = registry export
kind-event-log = Windows event log
kind-mta-log = log of another mail server
kind-text = text

state-enabled = on
state-disabled = off
state-os-default = left to Windows
state-misconfigured = contradictory or invalid
state-unknown = not covered

platform-schannel = Windows (Schannel)
platform-openssl = OpenSSL or similar
platform-java = Java
platform-unknown = not known

os-2008 = Windows Server 2008
os-2008R2 = Windows Server 2008 R2
os-2012 = Windows Server 2012
os-2012R2 = Windows Server 2012 R2
os-2016 = Windows Server 2016
os-2019 = Windows Server 2019
os-2022 = Windows Server 2022
os-2025 = Windows Server 2025

profile-minimal = minimal
    .reason = Switches TLS 1.2 on for both roles; changes only what differs.
profile-recommended = recommended
    .reason = Minimal, and the .NET and WinHTTP values. SMTP does not need those.
profile-strict = strict
    .reason = Recommended, and SSL, TLS 1.0 and TLS 1.1 off.

grade-A = vendor or standards text
grade-B = public logs and field reports
grade-C = secondary public listings
grade-D = derived from other facts
grade-M = not confirmed

server-unnamed = this server
