connector-certificate-missing =
    .title = Não há certificado para o nome do conector
    .what = O Exchange não encontrou certificado que corresponda ao nome de um conector.
    .why = Talvez esse conector não ofereça STARTTLS; remetentes que exigem TLS não entregam.
    .remedy = Instale um certificado com esse nome e habilite-o para SMTP, ou faça `TlsCertificateName` e o nome
        (`Fqdn`) do conector corresponderem.
