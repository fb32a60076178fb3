### Help, privacy and sharing.

ui-help-title = Ajuda
ui-help-what = O mailtls lê notificações de falha (NDR), erros de fila, logs de protocolo SMTP do Exchange, logs de outros servidores
    de e-mail, eventos do Windows e exportações `.reg`, vários de uma vez. Ele diz se a causa é o fim do TLS 1.0 e do TLS 1.1 no
    Microsoft 365 e, com a mesma clareza, quando não é.
ui-help-pages = Guias, códigos de resposta e regras
ui-help-get = Como obter os arquivos
ui-get-bounce = Uma notificação de falha
    .how = Abra a notificação no Outlook e copie todo o texto, ou salve-a como `.eml` e escolha o arquivo.
ui-get-log = Logs de protocolo SMTP
    .how = O log de protocolo precisa estar ativado no conector. Os arquivos ficam em `TransportRoles\Logs\…\ProtocolLog`, pastas
        `SmtpSend` e `SmtpReceive`.
ui-get-reg = A exportação do Registro do servidor
    .how = Em um prompt de comando elevado no servidor Exchange; apenas lê:
ui-get-all = Tudo de uma vez
    .how = Em um PowerShell elevado no servidor Exchange. Ele lê quatro chaves do Registro e copia os logs de protocolo mais recentes
        para uma pasta na área de trabalho, e como .zip ao lado dela. Não altera nada no servidor. Solte a pasta aqui.
ui-keys = Teclas
ui-key-help = Esta ajuda
ui-key-next = Próxima evidência
ui-key-previous = Evidência anterior
ui-key-search = Pesquisar no texto
ui-key-input = Ir para a caixa de texto
ui-key-verdict = Ir para a resposta
ui-key-fix = Ir para a alteração
ui-key-log = Ir para o log de protocolo
ui-key-close = Fechar o que está aberto
ui-keys-on = Teclas únicas fazem isto

ui-privacy-short = Nada sai desta página
ui-privacy-title = O que acontece com o que você cola
ui-privacy-1 = É lido somente nesta aba do navegador. Não há servidor por trás desta página nem conta.
ui-privacy-2 = A política de segurança da própria página proíbe toda conexão de rede, portanto ela não poderia enviar nada nem que quisesse.
    Nada é armazenado: fechar a aba esquece tudo.
ui-privacy-3 = Confira: desligue a rede e use-a, ou salve esta página como arquivo e abra-o.
ui-policy = A política em vigor
ui-policy-read = `connect-src 'none'` proíbe toda conexão; `default-src 'none'` proíbe tudo o que não é nomeado.
ui-policy-none = Esta cópia não traz política própria: é uma compilação de desenvolvimento.
ui-file = Este arquivo
ui-file-sum = `{ $sum }` é o SHA-256 deste arquivo como o navegador o leu. Compare-o com a linha do arquivo em `SHA256SUMS` da versão publicada; uma extensão que altera páginas o altera.
ui-held = O que está na memória
ui-held-nothing = Nada.

ui-share-title = Copiar para um chamado
ui-redact = Substituir dados privados
ui-redact-on = Nomes de host, usuários, endereços, domínios, locatários, impressões digitais e identificadores são substituídos, sempre o
    mesmo nome para a mesma coisa. Nomes da Microsoft, códigos, horas e valores do Registro permanecem. Leia antes de enviar.
ui-redact-off = Tudo está como você inseriu, inclusive os dados privados.
ui-ticket = O texto para o chamado
ui-copy-ticket = Copiar o texto
ui-print = Imprimir
ui-redacted-input = O que foi inserido, como seria compartilhado
ui-preview-cut = A prévia termina aqui; a cópia contém tudo.
ui-too-large-to-share = { $name } é grande demais para ser compartilhado por inteiro.
