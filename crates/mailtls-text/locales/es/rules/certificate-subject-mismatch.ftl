certificate-subject-mismatch =
    .title = El certificado lleva otro nombre que el esperado
    .what = El otro extremo esperaba un asunto distinto del que tiene el certificado presentado.
    .why = Los conectores que comprueban el nombre rechazan la conexión; el correo se reintenta y luego se
        devuelve.
    .remedy = Compare los dos asuntos en la línea mostrada. Asigne el certificado correcto al conector
        (`TlsCertificateName`) o corrija el dominio en el conector de salida de Exchange Online. El Registro
        no interviene.
