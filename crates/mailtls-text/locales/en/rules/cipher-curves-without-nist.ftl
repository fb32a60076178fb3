cipher-curves-without-nist =
    .title = The list of elliptic curves lacks the usual ones
    .what = `EccCurves` lists elliptic curves and has neither NistP256 nor NistP384. In the list: { $curves }.
    .why = Most suites that Exchange Online accepts use ECDHE, which needs a curve that both sides have. Without
        these two, only suites with RSA key exchange may be left, if they are switched on at all.
    .remedy = Add NistP256 and NistP384 to the policy “ECC Curve Order”, or remove the policy, then restart the
        server.
