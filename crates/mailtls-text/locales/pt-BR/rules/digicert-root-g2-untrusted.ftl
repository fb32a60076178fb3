digicert-root-g2-untrusted =
    .title = A raiz DigiCert Global Root G2 pode não ser confiável
    .what = O Exchange Online informa que a sessão não pôde ser estabelecida. Servidores que não confiam na raiz
        dos certificados dele causam esse texto.
    .why = O e-mail do Exchange Online que precisa usar TLS espera e é devolvido.
    .remedy = Confira no servidor que recebe: a raiz com impressão digital
        DF3C24F9BFD666761B268073FE06D1CC8D4F82A4 precisa estar entre as raízes confiáveis. Importe-a ou
        deixe o Windows atualizar as raízes.
