hop-used-old-tls =
    .title = A entrega ao Microsoft 365 usou { $version }
    .what = O cabeçalho gravado pelo Microsoft 365 mostra que { $from } entregou a mensagem com { $version }.
    .why = O Microsoft 365 recusa essa versão desde 2021; o mesmo servidor falharia hoje.
    .remedy = Confira o TLS 1.2 para conexões de saída (`Client`) nesse servidor.
