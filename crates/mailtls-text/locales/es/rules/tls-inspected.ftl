tls-inspected =
    .title = Algo en el camino intercepta la conexión TLS con Microsoft 365
    .what = El certificado mostrado no es de Microsoft. Otro extremo: { $peer }. Conector: { $connector }.
        Sesiones: { $count }.
    .why = Un dispositivo o antivirus abre la conexión para leer. Este servidor habla con su TLS, no con el de
        Microsoft.
    .remedy = Excluya de la inspección el puerto 25 hacia Microsoft 365.
