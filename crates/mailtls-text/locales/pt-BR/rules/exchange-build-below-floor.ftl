exchange-build-below-floor =
    .title = Esta compilação do Exchange não tem suporte a TLS 1.2
    .what = Um servidor nos cabeçalhos executa { $product } { $update }, compilação { $build }.
    .why = Conexões com sistemas que não aceitam nada anterior ao TLS 1.2 podem falhar, seja qual for a falha
        desta mensagem.
    .remedy = Atualize o servidor. As primeiras compilações com suporte a TLS 1.2 são Exchange 2010 SP3 RU19,
        Exchange 2013 CU19 e Exchange 2016 CU8; hoje tem suporte o Exchange Server SE.
