device-handshake-failed =
    .title = La negociación TLS de un dispositivo de la propia red con este servidor falla
    .what = Una conexión desde una dirección privada terminó en la negociación TLS (palabra del registro:
        { $word }). Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Las impresoras y los programas antiguos solo usan TLS 1.0 y fallan donde está desactivado. No es el
        camino hacia ni desde Microsoft 365.
    .remedy = Actualice el dispositivo o dele un conector de recepción sin TLS para su dirección. Deje la
        configuración de TLS para Microsoft 365 como está.
