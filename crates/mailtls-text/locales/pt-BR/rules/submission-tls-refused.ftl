submission-tls-refused =
    .title = O Microsoft 365 recusa a versão do TLS de um dispositivo ou programa
    .what = O Microsoft 365 respondeu que não aceita TLS 1.0 nem TLS 1.1. O programa que envia usa uma delas.
    .why = O programa se conecta e é recusado antes de conseguir entregar a mensagem.
    .remedy = Atualize o programa, a biblioteca ou o firmware do dispositivo para que use TLS 1.2. Se ele usa .NET
        Framework no Windows, ajudam os valores do .NET e o TLS 1.2 para conexões de saída. Um dispositivo
        que não pode ser atualizado deve enviar por um relay que possa; o ponto de extremidade herdado não é
        saída para instalações novas.
