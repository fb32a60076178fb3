session-unfinished =
    .title = The log stops before anything was decided
    .what = The rows end in the middle of the session. Peer: { $peer }. Connector: { $connector }. Sessions: { $count }.
    .why = Nothing failed in them, and nothing succeeded either.
    .remedy = Add the rows that follow with the same session id, up to the one with a minus sign.
