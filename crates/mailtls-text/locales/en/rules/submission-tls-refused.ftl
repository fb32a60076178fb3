# what: what was found · why: what it does to mail · remedy: what to do
submission-tls-refused =
    .title = Microsoft 365 refuses the TLS version of a device or program
    .what = Microsoft 365 answered that it does not support TLS 1.0 and TLS 1.1. The program that sends uses one
        of them.
    .why = The program connects and is turned away before it can hand over its message.
    .remedy = Update the program, its library or the firmware of the device so that it uses TLS 1.2. Where it
        uses .NET Framework on Windows, the .NET values and TLS 1.2 for outgoing connections help. A device
        that cannot be updated sends through a relay that can; the legacy endpoint is no way out for new
        set-ups.
