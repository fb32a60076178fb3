connector-certificate-missing =
    .title = No hay certificado para el nombre del conector
    .what = Exchange no encontró ningún certificado que corresponda al nombre de un conector.
    .why = Puede que ese conector no ofrezca STARTTLS; los remitentes que exigen TLS no entregan.
    .remedy = Instale un certificado con ese nombre y habilítelo para SMTP, o haga que `TlsCertificateName` y el
        nombre (`Fqdn`) del conector correspondan.
