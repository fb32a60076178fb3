server-only-old-tls =
    .title = El servidor nombrado junto al error no tiene TLS 1.2
    .what = El texto nombra una versión de servidor cuyo protocolo más nuevo es TLS 1.0.
    .why = Microsoft 365 rechaza TLS 1.0, de modo que el correo entre ambos se detiene o va sin cifrar.
    .remedy = Ningún archivo .reg sirve. Lleve el correo a un servidor con una versión de Exchange y
        Windows con soporte, o ponga en medio un relay que hable TLS 1.2.
