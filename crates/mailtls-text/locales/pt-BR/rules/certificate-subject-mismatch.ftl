certificate-subject-mismatch =
    .title = O certificado traz um nome diferente do esperado
    .what = A outra ponta esperava um assunto diferente do que está no certificado apresentado.
    .why = Conectores que conferem o nome recusam a conexão; o envio é tentado de novo e a mensagem depois é
        devolvida.
    .remedy = Compare os dois assuntos na linha mostrada. Vincule o certificado correto ao conector
        (`TlsCertificateName`) ou corrija o domínio no conector de saída do Exchange Online. O Registro não
        está envolvido.
