outdated-exchange-throttled =
    .title = O Microsoft 365 limita este servidor Exchange por estar desatualizado
    .what = A resposta diz que o servidor Exchange que envia não tem suporte ou está sem atualizações de
        segurança.
    .why = O e-mail atrasa cada vez mais e depois é bloqueado.
    .remedy = Atualize o servidor para uma compilação com suporte; o relatório de fluxo de e-mail do Microsoft 365
        o identifica. Um arquivo .reg não ajuda.
