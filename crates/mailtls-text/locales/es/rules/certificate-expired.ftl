certificate-expired =
    .title = Un certificado ha caducado
    .what = Uno de los lados informa de que un certificado ha superado su fecha.
    .why = Los conectores que comprueban certificados rechazan la conexión.
    .remedy = Renueve el certificado, habilítelo para SMTP y vuelva a asignarlo a los conectores. El Registro no
        interviene.
