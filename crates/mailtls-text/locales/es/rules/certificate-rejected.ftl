certificate-rejected =
    .title = Un certificado no fue aceptado
    .what = Un lado comprobó el certificado del otro y lo rechazó.
    .why = Los conectores que comprueban certificados no entregan; el correo espera y se devuelve.
    .remedy = Vea qué certificado se presenta y por qué se rechaza: nombre, fecha, cadena, propósito. Renuévelo o
        complételo y fije `TlsCertificateName` en el conector. Los valores del Registro para las versiones
        de TLS no intervienen.
