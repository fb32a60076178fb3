tenant-attribution-failed =
    .title = O Microsoft 365 não reconhece o servidor que envia
    .what = A conexão foi feita, mas o certificado ou endereço não corresponde a nenhum conector de entrada da
        organização.
    .why = O Microsoft 365 se recusa a retransmitir a mensagem.
    .remedy = Compare o certificado que o conector de envio apresenta com `TlsSenderCertificateName` do conector
        de entrada, e os domínios aceitos. A versão do TLS não é a causa.
