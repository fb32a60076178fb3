device-handshake-failed =
    .title = Un dispositivo de la red propia falla el protocolo de enlace TLS con este servidor
    .what = Una conexión desde una dirección privada terminó en el protocolo de enlace (palabra del registro: { $word }). Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Las impresoras y los programas antiguos solo hablan TLS 1.0 y fallan donde está desactivado. No es
        el camino hacia ni desde Microsoft 365.
    .remedy = Actualice el dispositivo o dele un conector de recepción sin TLS para su dirección. Deje la
        configuración de TLS para Microsoft 365 como está.
