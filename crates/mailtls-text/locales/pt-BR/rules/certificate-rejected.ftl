certificate-rejected =
    .title = Um certificado não foi aceito
    .what = Um lado conferiu o certificado do outro e o recusou.
    .why = Conectores que conferem certificados não entregam; a mensagem espera e é devolvida.
    .remedy = Veja qual certificado é apresentado e por que é recusado: nome, data, cadeia, finalidade. Renove-o
        ou complete-o e defina `TlsCertificateName` no conector. Os valores do Registro para versões do TLS não
        estão envolvidos.
