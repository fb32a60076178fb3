### The report on the page.

ui-verdict-none = No failure found
ui-verdict-unknown = It fails, and the input does not say why
ui-verdict-likely = Most likely: { $cause }
ui-verdict-suspected = Possibly: { $cause }
ui-sure = How sure
ui-direction = Direction
ui-assumed = Assumed
ui-proof = What proves it
ui-rests-on = What this rests on
ui-line = { $source }, line { $line }
ui-at-line = Line { $line }
ui-needs = What would settle it
ui-need-ndr = The bounce itself: open it and paste all of its text, the part for administrators included.
ui-need-queue = The last error of the queue: `Get-Queue | Format-List Identity,LastError`.
ui-need-smtp-send-log = The send connector protocol log of that time: it shows where the connection ends.
ui-need-smtp-receive-log = The receive connector protocol log of that time: it shows which TLS version the sender used.
ui-need-reg = The server’s SCHANNEL registry key, exported with `reg export`: it shows whether TLS 1.2 is on.
ui-need-event-log = The Schannel events of the System log: 36871, 36874, 36887, 36888.
ui-need-mta-log = The log of the other mail server.
ui-need-text = The complete text of the error.
ui-could-also-be = What else it could be, and what was ruled out
ui-settled-by = Would be settled by:
ui-ruled-out = ruled out
ui-share = Copy for a ticket
ui-recheck = Check again after the change

ui-findings = Findings: { $count }
ui-remedy = What to do:
ui-more-places = More places: { $count }
ui-explained-by = an effect of { $rule }
ui-problems = What could not be read as it stands

ui-evidence = Evidence
ui-evidence-of = Text of { $source }
ui-shown-document = Document shown
ui-steps = Evidence in order
ui-previous = Previous evidence
ui-next = Next evidence
ui-of = { $now } of { $count }
ui-search = Search the text
ui-loading-text = The text is being loaded …
ui-excerpts = This document is too large to be shown whole. These are the lines the findings rest on.

ui-registry = TLS in the registry
ui-registry-os = Where the registry leaves it to Windows, the defaults of { $os } are shown.
ui-protocol = Protocol
ui-client = Client (outgoing)
ui-server = Server (incoming)
ui-effective-on = on
ui-effective-off = off

ui-log = What the protocol log shows
ui-log-counts = Sessions: { $sessions } · Rows: { $rows } · Servers: { $peers }
ui-peers = Servers in the protocol log
ui-peer = Server
ui-connector = Connector
ui-sessions = Sessions
ui-negotiated = TLS versions
ui-failed = Failed handshakes
ui-clear = Without TLS
ui-last-seen = Last seen
ui-more-peers = More servers: { $count }
ui-download-csv = Download as CSV
ui-timeline = Sessions over time
ui-timeline-table = The same as a table
ui-time = Time
ui-transcripts = Sessions in full
ui-transcript-gap = { $seconds } s without a word

ui-fleet = Servers side by side
ui-fleet-counts = Servers: { $servers } · With a change: { $fixes }
ui-server-name = Server
ui-fleet-change = change offered
ui-fleet-no-change = no change
ui-differs = unlike most
ui-download-all = Download all fixes (.zip)
