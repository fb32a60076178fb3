proxy-session-failed =
    .title = O front-end não alcança o serviço de transporte atrás dele
    .what = A resposta traz o código { $word }. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = O Exchange repassa sessões a si mesmo; esse passo falhou. O caminho para o Microsoft 365 não está
        envolvido.
    .remedy = Confira se os serviços de transporte estão em execução, se o servidor resolve o próprio nome e o
        certificado interno.
