reg-text-after-key =
    .title = As chaves e os valores estão em uma só linha, e o Windows não importa nenhum valor dela
    .what = Depois do colchete de fechamento de uma chave há mais texto na mesma linha.
    .why = O Windows ignora tudo o que vem depois do colchete e mesmo assim informa sucesso: os valores dessa
        linha não são definidos, e o TLS 1.2 para o e-mail continua como estava.
    .remedy = Coloque cada chave e cada valor em sua própria linha, ou use o arquivo corretivo oferecido aqui.
