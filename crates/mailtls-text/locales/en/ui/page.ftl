### The page around the report.

ui-title = mailtls: is TLS 1.0/1.1 why mail to Microsoft 365 fails?
ui-headline = Mail to or from Microsoft 365 failing?
ui-promise = Paste a bounce, an SMTP protocol log or a .reg export. You get the cause, how sure that is, the lines that
    prove it, and the change that mends it. Nothing leaves this page.
ui-skip = Skip to the result
ui-language = Language
ui-theme = Colours
ui-theme-auto = As the system
ui-theme-light = Light
ui-theme-dark = Dark
ui-help = Help
ui-close = Close
ui-version = mailtls { $version } { $date }
ui-footer = Runs in this browser tab alone. Not a Microsoft product.
ui-check-download = Downloaded? Compare `Get-FileHash mailtls-offline.html` with the release’s `SHA256SUMS`.
ui-stale = Rules of { $date } are more than a year old: Microsoft may have changed dates and rules since. Get the current version before you act on this page.
ui-drop-here = Drop the files to read them

# Input.
ui-box = Paste a bounce, a log or a .reg export
ui-box-after = Paste or choose what you have after the change
ui-box-placeholder = 421 4.4.2 Connection dropped due to SocketError …
ui-choose-files = Choose files
ui-choose-folder = Choose a folder
ui-or-drop = or drop them anywhere on the page
ui-samples = Or look at an example:
ui-sample-bounce = Bounce (421 4.4.2)
ui-sample-send-log = Send log
ui-sample-default-server = Default server (.reg)
ui-sample-nine-digits = Published snippet with a nine-digit value
ui-how-to-get = How do I get these files?
ui-forget = Forget everything
ui-documents = What is read
ui-document-facts = Lines: { $lines } · { $size } · { $encoding }
ui-rename = Rename { $name }
ui-remove = Remove { $name }
ui-move-up = Move { $name } up
ui-retype = What { $name } is
ui-retype-detected = { $kind } (detected)
ui-retype-not-right = Not right? Choose what it is
ui-retype-auto = Detected automatically

# Work.
ui-reading = Reading …
ui-progress = { $done } of { $total }
ui-progress-spoken = { $percent } % read
ui-cancel = Cancel
ui-cancelled = Stopped
ui-cancelled-text = Reading was stopped. Your input is still here.
ui-retry = Try again
ui-unreadable-title = A file could not be read
ui-unreadable-text = The browser could not read { $name }: { $message } If the file changed after you chose it, choose it again.
ui-failed-title = The analysis stopped unexpectedly
ui-failed-text = This is a fault in mailtls, not in your input, which is still here. The analysis was started afresh: you can
    try again, or leave out one document after the other to find the one it stumbles over.
ui-failed-details = Details for a bug report, with private data replaced
ui-failed-copy = Copy the details

# Notices.
ui-notice-copied = Copied
ui-notice-copy-refused = The browser did not allow copying. Select the text and press Ctrl+C.
ui-notice-downloaded = Handed to the browser for download
ui-notice-forgotten = Everything was forgotten
