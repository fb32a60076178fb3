submission-tls-refused =
    .title = Microsoft 365 rechaza la versión de TLS de un dispositivo o programa
    .what = Microsoft 365 respondió que no admite TLS 1.0 ni TLS 1.1. El programa que envía usa una de ellas.
    .why = El programa se conecta y es rechazado antes de poder entregar el mensaje.
    .remedy = Actualice el programa, su biblioteca o el firmware del dispositivo para que use TLS 1.2. Si usa .NET
        Framework en Windows, ayudan los valores de .NET y TLS 1.2 para conexiones salientes. Un dispositivo
        que no se puede actualizar debe enviar a través de un relay que sí pueda; el punto de conexión
        heredado no es una salida para instalaciones nuevas.
