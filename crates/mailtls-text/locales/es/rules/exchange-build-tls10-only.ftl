exchange-build-tls10-only =
    .title = Esta compilación de Exchange no puede usar TLS 1.2
    .what = El correo pasó por { $product } { $update }, compilación { $build }. Hasta esta compilación, SMTP
        está fijado a TLS 1.0.
    .why = Microsoft 365 rechaza TLS 1.0, así que este servidor no puede enviarle ni recibir de él mediante
        TLS.
    .remedy = Ningún archivo .reg sirve. Instale la actualización que trae TLS 1.2 (Exchange 2010: SP3 RU9
        o posterior; Exchange 2013: CU8 o posterior), mejor una versión con soporte, y después revise el
        Registro.
