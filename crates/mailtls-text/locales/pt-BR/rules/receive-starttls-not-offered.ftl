receive-starttls-not-offered =
    .title = Este servidor não oferece STARTTLS ao Microsoft 365
    .what = A resposta deste servidor ao EHLO está completa e não traz STARTTLS. Outro lado: { $peer }.
        Conector: { $connector }. Sessões: { $count }.
    .why = O Exchange omite o STARTTLS quando não encontra um certificado que possa usar. O e-mail do Microsoft
        365 que exige TLS não entra.
    .remedy = Confira o `TlsCertificateName` do conector de recebimento, a cadeia desse certificado e o evento
        12014. A versão do TLS não importa.
