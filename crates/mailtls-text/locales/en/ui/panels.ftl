### Help, privacy and sharing.

ui-help-title = Help
ui-help-what = mailtls reads bounces (NDR), queue errors, SMTP protocol logs of Exchange, logs of other mail servers, Windows
    events and `.reg` exports, several at once. It says whether the end of TLS 1.0 and TLS 1.1 at Microsoft 365 is the cause,
    and as clearly when it is not.
ui-help-pages = Guides, reply codes and rules
ui-help-get = How to get the files
ui-get-bounce = A bounce
    .how = Open the bounce in Outlook and copy all of its text, or save it as `.eml` and choose the file.
ui-get-log = SMTP protocol logs
    .how = Protocol logging has to be on for the connector. The files are in `TransportRoles\Logs\…\ProtocolLog`, folders
        `SmtpSend` and `SmtpReceive`.
ui-get-reg = The server’s registry export
    .how = In an elevated command prompt on the Exchange server; it only reads:
ui-get-all = All of it at once
    .how = In an elevated PowerShell on the Exchange server. It reads four registry keys and copies the newest protocol logs into a
        folder on your desktop, and as .zip beside it. It changes nothing on the server. Drop the folder here.
ui-keys = Keys
ui-key-help = This help
ui-key-next = Next evidence
ui-key-previous = Previous evidence
ui-key-search = Search the text
ui-key-input = Go to the text box
ui-key-verdict = Go to the answer
ui-key-fix = Go to the change
ui-key-log = Go to the protocol log
ui-key-close = Close what is open
ui-keys-on = Single keys do this

ui-privacy-short = Nothing leaves this page
ui-privacy-title = What happens to what you paste
ui-privacy-1 = It is read in this browser tab alone. There is no server behind this page and no account.
ui-privacy-2 = The page’s own security policy forbids every network connection, so it could send nothing if it wanted to. Nothing is
    stored: closing the tab forgets everything.
ui-privacy-3 = Check it: switch the network off and use it, or save this page as a file and open that.
ui-policy = The policy in force
ui-policy-read = `connect-src 'none'` forbids every connection; `default-src 'none'` forbids everything not named.
ui-policy-none = This copy carries no policy of its own: it is a development build.
ui-file = This file
ui-file-sum = `{ $sum }` is the SHA-256 of this file as the browser read it. Compare it with the line of the file in `SHA256SUMS` of the release; an extension that changes pages changes it.
ui-held = What is held in memory
ui-held-nothing = Nothing.

ui-share-title = Copy for a ticket
ui-redact = Replace private data
ui-redact-on = Host names, users, addresses, domains, tenants, thumbprints and ids are replaced, the same name for the same thing
    everywhere. Microsoft’s own names, codes, times and registry values stay. Read it before you send it.
ui-redact-off = Everything is as in your input, private data included.
ui-ticket = The text for the ticket
ui-copy-ticket = Copy the text
ui-print = Print
ui-redacted-input = The inputs as they would be shared
ui-preview-cut = The preview ends here; the copy holds all of it.
ui-too-large-to-share = { $name } is too large to be shared as a whole.
