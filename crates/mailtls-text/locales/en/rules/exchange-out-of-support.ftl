# what: what was found · why: what it does to mail · remedy: what to do
exchange-out-of-support =
    .title = This Exchange version is out of support
    .what = A server in the headers runs { $product } { $update }, build { $build }.
    .why = It can use TLS 1.2, but gets no security updates any more, and Microsoft 365 may throttle it.
    .remedy = Plan the move to Exchange Server SE.
