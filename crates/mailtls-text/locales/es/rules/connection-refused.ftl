connection-refused =
    .title = La conexión fue rechazada
    .what = El otro extremo o un firewall rechazó la conexión.
    .why = No se habló SMTP; el correo espera y se devuelve.
    .remedy = Compruebe que el otro extremo escucha en el puerto, el firewall y la traducción de direcciones. No
        se llegó a TLS.
