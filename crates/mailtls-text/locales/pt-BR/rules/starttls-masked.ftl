starttls-masked =
    .title = Um firewall esconde o STARTTLS
    .what = O que o servidor disse foi sobrescrito no caminho, com X ou asteriscos. Outro lado: { $peer }.
        Conector: { $connector }. Sessões: { $count }.
    .why = Firewalls que inspecionam SMTP fazem isso para poder ler. Sem STARTTLS não há TLS, qualquer que seja
        a configuração do Registro.
    .remedy = Desative a inspeção SMTP (“ESMTP fixup”) do firewall ou permita TLS nela.
