reg-file-refused =
    .title = Windows does not import this file
    .what = The file does not begin as a .reg file has to, or is stored in an encoding that Windows does not read.
    .why = Nothing in it reaches the registry, so TLS 1.2 for mail stays as it was before.
    .remedy = Use the corrective file offered here, or make `Windows Registry Editor Version 5.00` the first line and
        save the file as UTF-16 LE.
