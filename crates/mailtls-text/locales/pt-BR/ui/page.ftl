### The page around the report.

ui-title = mailtls: o e-mail com o Microsoft 365 falha por causa do TLS 1.0/1.1?
ui-headline = O e-mail com o Microsoft 365 está falhando?
ui-promise = Cole uma notificação de falha (NDR), um log de protocolo SMTP ou uma exportação .reg. Você recebe a causa, o grau de
    certeza, as linhas que a comprovam e a alteração que a corrige. Nada sai desta página.
ui-skip = Ir para o resultado
ui-language = Idioma
ui-theme = Cores
ui-theme-auto = Como o sistema
ui-theme-light = Claro
ui-theme-dark = Escuro
ui-help = Ajuda
ui-close = Fechar
ui-version = mailtls { $version } { $date }
ui-footer = Roda somente nesta aba do navegador. Não é um produto da Microsoft.
ui-check-download = Baixou a página? Compare `Get-FileHash mailtls-offline.html` com `SHA256SUMS` da versão publicada.
ui-stale = As regras são de { $date } e têm mais de um ano: a Microsoft pode ter mudado datas e regras desde então. Obtenha a versão atual antes de agir com base nesta página.
ui-drop-here = Solte os arquivos para lê-los

# Input.
ui-box = Cole uma notificação de falha, um log ou uma exportação .reg
ui-box-after = Cole ou escolha o que você tem depois da alteração
ui-box-placeholder = 421 4.4.2 Connection dropped due to SocketError …
ui-choose-files = Escolher arquivos
ui-choose-folder = Escolher uma pasta
ui-or-drop = ou solte-os em qualquer lugar da página
ui-samples = Ou veja um exemplo:
ui-sample-bounce = Notificação de falha (421 4.4.2)
ui-sample-send-log = Log de envio
ui-sample-default-server = Servidor padrão (.reg)
ui-sample-nine-digits = Trecho publicado com um valor de nove dígitos
ui-how-to-get = Como consigo esses arquivos?
ui-forget = Esquecer tudo
ui-documents = O que é lido
ui-document-facts = Linhas: { $lines } · { $size } · { $encoding }
ui-rename = Renomear { $name }
ui-remove = Remover { $name }
ui-move-up = Mover { $name } para cima
ui-retype = O que é { $name }
ui-retype-detected = { $kind } (detectado)
ui-retype-not-right = Não está certo? Escolha o que é
ui-retype-auto = Detectado automaticamente

# Work.
ui-reading = Lendo …
ui-progress = { $done } de { $total }
ui-progress-spoken = { $percent } % lidos
ui-cancel = Cancelar
ui-cancelled = Interrompido
ui-cancelled-text = A leitura foi interrompida. O que você inseriu continua aqui.
ui-retry = Tentar de novo
ui-unreadable-title = Não foi possível ler um arquivo
ui-unreadable-text = O navegador não conseguiu ler { $name }: { $message } Se o arquivo mudou depois de escolhido, escolha-o de novo.
ui-failed-title = A análise parou inesperadamente
ui-failed-text = É uma falha do mailtls, não do que você inseriu, que continua aqui. A análise foi reiniciada: você pode tentar de novo
    ou retirar um documento após o outro para achar o que a provoca.
ui-failed-details = Detalhes para relatar a falha, com os dados privados substituídos
ui-failed-copy = Copiar os detalhes

# Notices.
ui-notice-copied = Copiado
ui-notice-copy-refused = O navegador não permitiu copiar. Selecione o texto e pressione Ctrl+C.
ui-notice-downloaded = Entregue ao navegador para download
ui-notice-forgotten = Tudo foi esquecido
