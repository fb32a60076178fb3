# what: what was found · why: what it does to mail · remedy: what to do
dns-lookup-failed =
    .title = A name could not be resolved
    .what = DNS gave no usable answer for the destination.
    .why = No connection is tried; mail waits and is returned.
    .remedy = Check the MX and A records of the destination and the DNS servers the sending side uses. TLS was not
        reached.
