exchange-out-of-support =
    .title = Esta versão do Exchange está fora de suporte
    .what = Um servidor nos cabeçalhos executa { $product } { $update }, compilação { $build }.
    .why = Ele pode usar TLS 1.2, mas não recebe mais atualizações de segurança, e o Microsoft 365 pode
        limitá-lo.
    .remedy = Planeje a passagem para o Exchange Server SE.
