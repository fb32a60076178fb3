cipher-suites-differ =
    .title = Os dois lados não têm nenhum conjunto de criptografia em comum
    .what = O handshake terminou com a palavra { $word }. Outro lado: { $peer }. Conector: { $connector }.
        Sessões: { $count }.
    .why = O TLS 1.2 pode estar ativado e mesmo assim não há acordo, muitas vezes depois de restringir os
        conjuntos. O TLS 1.2 desativado para esta função pode terminar com a mesma palavra.
    .remedy = Compare os conjuntos de criptografia deste servidor com os do outro, e junte aqui uma exportação
        da chave SCHANNEL para ver se o TLS 1.2 está ativado.
