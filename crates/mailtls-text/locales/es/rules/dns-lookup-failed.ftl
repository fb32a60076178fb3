dns-lookup-failed =
    .title = Un nombre no se pudo resolver
    .what = DNS no dio una respuesta utilizable para el destino.
    .why = No se intenta la conexión; el correo espera y se devuelve.
    .remedy = Revise los registros MX y A del destino y los servidores DNS que usa el lado que envía. No se llegó
        a TLS.
