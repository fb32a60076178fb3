session-starttls-not-offered =
    .title = O servidor de destino não oferece STARTTLS
    .what = A resposta dele ao EHLO está completa e não traz STARTTLS. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = O Microsoft 365 sempre o oferece: um dispositivo no caminho o retira, ou o endereço de envio está em
        uma lista de bloqueio. Um conector que exige TLS então retém o e-mail.
    .remedy = Compare a resposta fora do firewall e veja se o endereço de envio está bloqueado. As versões do TLS
        ainda não entram em jogo.
