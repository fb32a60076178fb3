exchange-online-starttls-missing =
    .title = O Exchange Online exige TLS e não consegue usá-lo
    .what = O Exchange Online precisa entregar a { $peer } com TLS e não conseguiu.
    .why = O Exchange Online tenta por um dia e depois devolve a mensagem.
    .remedy = Veja o log de protocolo do conector de recebimento no horário indicado. Sem `STARTTLS` na resposta
        ao EHLO: confira o certificado e o `TlsCertificateName` do conector, e os equipamentos no caminho.
        `TLS negotiation failed`: confira o TLS 1.2 para conexões de entrada (`Server`). Desde março de 2026
        confira também se o DigiCert Global Root G2 é confiável.
