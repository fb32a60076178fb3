digicert-root-g2-untrusted =
    .title = Es posible que no se confíe en la raíz DigiCert Global Root G2
    .what = Exchange Online informa de que no se pudo establecer la sesión. Los servidores que no confían en la
        raíz de sus certificados causan este texto.
    .why = El correo de Exchange Online que debe usar TLS espera y se devuelve.
    .remedy = Compruebe en el servidor que recibe: la raíz con huella DF3C24F9BFD666761B268073FE06D1CC8D4F82A4
        debe estar entre las raíces de confianza. Impórtela o permita que Windows vuelva a actualizar sus
        raíces.
