tls12-roles-differ =
    .title = TLS 1.2 works in one direction only
    .what = TLS 1.2 is on under `TLS 1.2\{ $on }` and off under `TLS 1.2\{ $off }`.
    .why = Client decides about mail this server sends, Server about mail it receives, so mail with Microsoft 365
        works one way only. Exchange is also client and server to itself, and HealthChecker calls this
        misconfigured.
    .remedy = Give both roles the same values: `Enabled` (REG_DWORD) = 1 and `DisabledByDefault` (REG_DWORD) = 0.
