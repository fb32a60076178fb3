certificate-subject-mismatch =
    .title = O certificado traz outro nome que o esperado
    .what = A outra ponta esperava um assunto diferente do que está no certificado apresentado.
    .why = Conectores que conferem o nome recusam a conexão; a mensagem é tentada de novo e depois devolvida.
    .remedy = Compare os dois assuntos na linha mostrada. Vincule o certificado correto ao conector
        (`TlsCertificateName`) ou corrija o domínio no conector de saída do Exchange Online. O Registro não
        está envolvido.
