# what: what was found · why: what it does to mail · remedy: what to do
frontend-proxy-failed =
    .title = The Exchange front end could not reach its back end
    .what = The failing connection is the one inside, between front-end transport and transport service.
    .why = Incoming mail is refused for the moment and retried by the sender.
    .remedy = Check the internal transport certificate, DNS on the server and that nothing else uses ports 2525
        and 717. The connection to Microsoft 365 is not the one that fails.
