starttls-not-offered =
    .title = No se ofreció STARTTLS
    .what = El otro extremo no ofreció STARTTLS; una conexión que exige TLS no puede continuar.
    .why = El mensaje espera en la cola y más tarde se devuelve.
    .remedy = Mire la respuesta del otro extremo a EHLO desde este servidor y desde otra red. Si STARTTLS aparece
        en otro sitio, un firewall o proxy lo quita: desactive su inspección de SMTP. Si falta en todas
        partes, el otro extremo no tiene un certificado utilizable o bloquea su dirección.
