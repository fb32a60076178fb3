# what: what was found · why: what it does to mail · remedy: what to do
outdated-exchange-throttled =
    .title = Microsoft 365 throttles this Exchange server for its age
    .what = The reply says that the sending Exchange server is unsupported or lacks security updates.
    .why = Mail is delayed more and more, later blocked.
    .remedy = Update the server to a supported build; the mail flow report in Microsoft 365 names it. A registry
        file does not help.
