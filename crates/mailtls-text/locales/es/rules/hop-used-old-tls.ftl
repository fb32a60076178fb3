hop-used-old-tls =
    .title = El paso a Microsoft 365 usó { $version }
    .what = El encabezado escrito por Microsoft 365 muestra que { $from } entregó el mensaje con { $version }.
    .why = Microsoft 365 rechaza esa versión desde 2021; el mismo servidor fallaría hoy.
    .remedy = Revise TLS 1.2 para conexiones salientes (`Client`) en ese servidor.
