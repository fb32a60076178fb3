reg-text-after-key =
    .title = Keys and values stand on one line, so Windows imports no value from it
    .what = Behind the closing bracket of a key there is more text on the same line.
    .why = Windows passes over everything behind the bracket and still reports success: the values of that line are
        not set, and TLS 1.2 for mail stays as it was.
    .remedy = Put every key and every value on a line of its own, or use the corrective file offered here.
