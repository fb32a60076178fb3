handshake-alert =
    .title = El otro lado terminó la negociación
    .what = Una alerta dice que la negociación falló, sin nombrar la versión.
    .why = No se establece conexión cifrada.
    .remedy = Compare primero los conjuntos de cifrado de ambos lados y después si uno exige un certificado.
        `openssl s_client -starttls smtp -connect HOST:25` muestra qué acepta el otro extremo.
