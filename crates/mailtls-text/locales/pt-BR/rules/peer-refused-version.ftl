peer-refused-version =
    .title = O outro lado recusou a versão do TLS
    .what = Um alerta indica a versão do protocolo como motivo da recusa. Outra ponta: { $peer }
    .why = Os dois lados não têm nenhuma versão do TLS em comum, portanto não há conexão criptografada.
    .remedy = Faça o lado que oferece apenas TLS 1.0 ou TLS 1.1 usar TLS 1.2. No Windows são os valores em `TLS
        1.2`; Postfix, Exim, Java e outros têm configuração própria, e bibliotecas antigas precisam ser
        atualizadas. Um arquivo `.reg` ajuda apenas no Windows.
