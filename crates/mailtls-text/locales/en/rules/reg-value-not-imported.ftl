reg-value-not-imported =
    .title = Windows skips a line of this file that was meant to set a TLS value
    .what = These values are not set by the import, although the file names them: { $values }.
    .why = regedit reports success even where it skips a line. The value keeps what it had before: if it was wrong
        or missing, it stays so, and TLS 1.2 may still be off for mail. Such lines often come from translated or
        reformatted instructions.
    .remedy = Use the corrective file offered here instead, then check the values with reg query.
