starttls-not-offered =
    .title = STARTTLS não foi oferecido
    .what = A outra ponta não ofereceu STARTTLS; uma conexão que exige TLS não pode continuar.
    .why = A mensagem espera na fila e depois é devolvida.
    .remedy = Veja a resposta da outra ponta ao EHLO a partir deste servidor e de outra rede. Se STARTTLS
        aparece em outro lugar, um firewall ou proxy no caminho o remove: desative a inspeção de SMTP. Se falta
        em toda parte, a outra ponta não tem certificado utilizável ou bloqueia o seu endereço.
