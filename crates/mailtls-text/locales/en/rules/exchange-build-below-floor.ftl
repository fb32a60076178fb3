# what: what was found · why: what it does to mail · remedy: what to do
exchange-build-below-floor =
    .title = This Exchange build has no supported TLS 1.2
    .what = A server in the headers runs { $product } { $update }, build { $build }.
    .why = Connections to systems that accept nothing below TLS 1.2 may fail, whatever this message failed on.
    .remedy = Update the server. The first builds with supported TLS 1.2 are Exchange 2010 SP3 RU19, Exchange 2013
        CU19 and Exchange 2016 CU8; supported today is Exchange Server SE.
