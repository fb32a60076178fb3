# what: what was found · why: what it does to mail · remedy: what to do
peer-refused-version =
    .title = The other side refused the TLS version
    .what = An alert names the protocol version as the reason for the refusal. Far end: { $peer }
    .why = The two sides have no TLS version in common, so no encrypted connection is made.
    .remedy = Let the side that offers only TLS 1.0 or TLS 1.1 use TLS 1.2. On Windows these are the values under
        `TLS 1.2`; Postfix, Exim, Java and others have settings of their own, and old libraries must be
        updated. A `.reg` file helps on Windows alone.
