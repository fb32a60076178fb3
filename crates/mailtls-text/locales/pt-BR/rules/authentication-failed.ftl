authentication-failed =
    .title = A autenticação foi recusada
    .what = Um servidor ou programa não se autenticou no outro.
    .why = O e-mail neste conector espera ou é recusado.
    .remedy = Entre servidores Exchange confira o relógio, os nomes (SPN) e se nenhum equipamento intercepta o
        SMTP; em programas, a conta e se SMTP AUTH é permitido. A versão do TLS não é a causa.
