# what: what was found · why: what it does to mail · remedy: what to do
direct-send-refused =
    .title = Direct Send is switched off
    .what = The organization refuses mail that comes to its own domain without a connector.
    .why = Devices and programs that send this way are turned away.
    .remedy = Send through a connector or with authentication, or review `RejectDirectSend`. The TLS version is
        not the cause.
