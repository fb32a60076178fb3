### Inputs that cannot be read as a whole, and what is read instead.

problem-input-empty = Nothing was pasted, or the file is empty. Bounces, queue errors, SMTP protocol logs, events and .reg
    files are read.
problem-input-image = This looks like a picture. A picture cannot be read here: copy the text of the bounce or the log
    instead, or save the message as .eml or .msg.
problem-input-pdf = This looks like a PDF. Copy its text, or give the original message, log or .reg file.
problem-input-archive = This looks like a compressed archive. Unpack it and give the files inside.
problem-input-hive = This looks like a registry hive. Export the keys with regedit as a .reg file and give that.
problem-input-evtx = This looks like an event log file (.evtx). In Event Viewer save the events as text, CSV or XML, or
    copy them, and give that.
problem-input-program = This looks like a program. Bounces, queue errors, SMTP protocol logs, events and .reg files are
    read.
problem-input-pst = This looks like an Outlook data file. Save the single bounce as .msg or .eml and give that.
problem-input-rtf = This looks like rich text. Copy its text and paste it.
problem-input-capture = This looks like a network capture. The SMTP protocol log of the connector, or the bounce, is read
    instead.
problem-input-binary = This does not look like text. Bounces (.eml, .msg or their text), queue errors, SMTP protocol logs,
    events and .reg files are read.
problem-input-html = This looks like a web page, and nothing in it speaks of a delivery. Copy the text of the bounce, the
    queue error or the log.
problem-input-json = This looks like JSON, and nothing in it speaks of a delivery. Bounces, queue errors, SMTP protocol
    logs, events and .reg files are read.
problem-input-cut = This message is very long; the part after the first 16 MiB was not read.
problem-input-damaged = This message file is damaged or holds no text. Save the message again as .eml or .msg, or copy its
    text.
problem-input-iis-log = This looks like the log of a web server (IIS). Mail is in other files: give the SMTP protocol logs of
    Exchange from …\TransportRoles\Logs\Hub\ProtocolLog\SmtpSend or …\SmtpReceive.
