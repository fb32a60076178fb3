problem-smtp-log-row = This line is not a row of a protocol log, so it was left out. Its columns may have been lost while copying; the log file itself has them all.
problem-smtp-log-fields = The columns named here are not those of an SMTP protocol log, so the usual order was assumed. If rows are missing below, use the log file as Exchange wrote it.
problem-smtp-log-line-too-long = This line is longer than any row of a protocol log, so it was left out. The file may be damaged, or something else than a log.
