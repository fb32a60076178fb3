no-common-version =
    .title = Ninguna versión de TLS en común
    .what = El programa informa de que los dos lados no comparten ninguna versión de TLS. Otro extremo: { $peer
        }
    .why = No se establece conexión cifrada; el correo espera o va sin cifrar.
    .remedy = Averigüe qué lado está limitado: `openssl s_client -starttls smtp -connect HOST:25` muestra qué
        habla el otro extremo. Luego amplíe el lado limitado a TLS 1.2: en Postfix `smtp_tls_protocols` y
        `smtpd_tls_protocols`, en Java `jdk.tls.disabledAlgorithms` y la versión del JDK, en .NET Framework
        `SystemDefaultTlsVersions` (REG_DWORD) = 1.
