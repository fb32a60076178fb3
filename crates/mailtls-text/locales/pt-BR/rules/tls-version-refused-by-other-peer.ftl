tls-version-refused-by-other-peer =
    .title = Um servidor que não é o Microsoft 365 recusou a versão do TLS
    .what = O handshake terminou com a palavra { $word }: não há nenhuma versão do TLS em comum. O outro lado
        não é o Microsoft 365. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Um dos dois lados só usa versões antigas. Entre dois servidores Exchange costuma ser o mais antigo.
    .remedy = Ative o TLS 1.2 onde estiver desativado: neste servidor, no seu sentido; no outro, na função
        contrária. Uma exportação da chave SCHANNEL dos dois mostra onde.
