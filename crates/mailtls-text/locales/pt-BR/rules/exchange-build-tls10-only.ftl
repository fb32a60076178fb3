exchange-build-tls10-only =
    .title = Esta compilação do Exchange não pode usar TLS 1.2
    .what = A mensagem passou por { $product } { $update }, compilação { $build }. Até essa compilação, o SMTP
        fica fixo em TLS 1.0.
    .why = O Microsoft 365 recusa TLS 1.0, portanto este servidor não consegue enviar para ele nem receber dele
        por TLS.
    .remedy = Nenhum arquivo .reg ajuda. Instale a atualização que traz TLS 1.2 (Exchange 2010: SP3 RU9 ou
        posterior; Exchange 2013: CU8 ou posterior), de preferência uma versão com suporte, e depois confira
        o Registro.
