smarthost-in-path =
    .title = El correo para Microsoft 365 pasa antes por otro servidor
    .what = El conector lleva el nombre de Office 365 y el otro extremo es { $peer }. Conector: { $connector }.
    .why = Ese servidor hace la conexión con Microsoft 365 con su propio TLS. La configuración de este servidor
        solo decide hasta él.
    .remedy = Si falla el correo a Microsoft 365, revise también el TLS de ese servidor.
