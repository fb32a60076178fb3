### Labels of rendered reports.

render-needs = What would settle it: { $kinds }
render-considered = What else it could be:
render-speaks-for = for: { $rules }
render-speaks-against = against: { $rules }
render-settles = settled by: { $kinds }
render-findings = Findings
render-evidence = Evidence
render-place = Place
render-says = What it says there
render-ruled-out = Ruled out
render-explained-by = An effect of: { $rule }
render-more-places = More places: { $count }
render-more-peers = More servers: { $count }
render-more-problems = More of this in the input: { $count }
render-more-changes = More changes: { $count }

render-registry = TLS in the registry
render-protocol = Protocol
render-client = Client (outgoing)
render-server = Server (incoming)

render-peers = Servers in the protocol log
render-peer = Server
render-connector = Connector
render-sessions = Sessions
render-versions = TLS versions
render-clear = Without TLS
render-failed = Failed handshakes
render-first = First (UTC)
render-last = Last (UTC)

render-fix = Corrective change
render-remedy = What to do:
render-key = Key
render-value = Value
render-before = Before
render-after = After
render-reason = Why it changes
render-not-for-smtp = not needed for SMTP
render-absent = absent
render-not-known = not known
render-deleted = deleted
render-check = Apply and check
render-check-import = Keep the undo file, then import the .reg file as administrator on the server.
render-check-restart = Restart the server: Windows reads these values when services start.
render-check-outbound = Send a test message and look for “SP_PROT_TLS1_2_CLIENT negotiation succeeded” in the send
    connector protocol log.
render-check-inbound = Have a test message sent from outside and look for “SP_PROT_TLS1_2_SERVER negotiation
    succeeded” in the receive connector protocol log.
render-check-export = Export the key again and read it here: the finding should be gone.

render-inputs = Inputs
render-lines = lines: { $count }
