plaintext-instead-of-tls =
    .title = Texto sem criptografia encontrou TLS: porta ou modo trocado
    .what = Um lado começou com TLS enquanto o outro ainda usava SMTP sem TLS. Apesar das palavras, o erro não é
        sobre versão do TLS.
    .why = A conexão termina antes de o TLS começar.
    .remedy = Use STARTTLS nas portas 25 e 587 e TLS implícito apenas na 465. O Microsoft 365 não oferece a porta
        465: configure o programa com STARTTLS na porta 587.
