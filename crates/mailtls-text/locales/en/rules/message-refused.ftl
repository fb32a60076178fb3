message-refused =
    .title = The receiving server refuses mail by its own rules
    .what = The reply was { $word }. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = The connection worked; the receiver does not want this mail: recipient, limits, reputation or the
        connector in the tenant.
    .remedy = Read the reply in the evidence; its enhanced code names the rule.
