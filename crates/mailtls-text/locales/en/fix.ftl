### Why there is no corrective file, what to know before importing one, and why a value changes.

no-fix-already-right = No .reg file is needed: every value it would set is as it should be.
no-fix-other-cause = No .reg file is offered: the cause lies elsewhere, and these registry values would not change it.
no-fix-other-stack = No .reg file is offered: the TLS software that failed does not read the Windows registry. TLS 1.2
    is switched on in that software’s own settings, or by updating it.
no-fix-nothing-to-mend = No .reg file is offered: nothing that was given calls for one.
no-fix-update-first = No .reg file is offered: this Exchange build uses TLS 1.0 for SMTP whatever the registry says. Install
    the newest update for it first (at least Exchange 2010 SP3 Update Rollup 9 or Exchange 2013 CU8; Exchange 2007 and
    older have none and must be replaced), then export the registry again.

fix-warning-peers-use-old-tls = The protocol log shows connections that still use TLS 1.1 or older. Importing the strict
    profile ends them. Far ends: { $count } ({ $peers }).
fix-warning-old-peers-not-shown = The strict profile ends connections that still use TLS 1.1 or older. Nothing that was
    given shows whether there are any: read a receive connector protocol log first.

edit-reason-switched-off = The value there now switches TLS 1.2 off; the new one switches it on.
edit-reason-disabled-by-default = The value there now takes TLS 1.2 out of the default protocols, which SMTP uses; the new one puts it back.
edit-reason-not-set = Not set so far; the new value says it explicitly.
edit-reason-not-shown = The input does not show the value there now; the new one is right whatever it is.
edit-reason-wrong-type = The value there now is not a REG_DWORD; it is written anew as one.
edit-reason-wrong-size = The value there now is not 4 bytes long; it is written anew.
edit-reason-other-number = The value there now is not the documented one; the new one is.
edit-reason-old-protocol = The new value switches an old protocol off, as the strict profile asks.
edit-reason-dead = Nothing reads this value; it is deleted.
