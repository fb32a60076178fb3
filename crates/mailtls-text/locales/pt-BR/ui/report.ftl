### The report on the page.

ui-verdict-none = Nenhuma falha encontrada
ui-verdict-unknown = Falha, e o que foi inserido não diz por quê
ui-verdict-likely = O mais provável: { $cause }
ui-verdict-suspected = Possivelmente: { $cause }
ui-sure = Certeza
ui-direction = Sentido
ui-assumed = Suposto
ui-proof = O que comprova
ui-rests-on = Em que isto se baseia
ui-line = { $source }, linha { $line }
ui-at-line = Linha { $line }
ui-needs = O que esclareceria
ui-need-ndr = A própria notificação de falha: abra-a e cole todo o texto, inclusive a parte para administradores.
ui-need-queue = O último erro da fila: `Get-Queue | Format-List Identity,LastError`.
ui-need-smtp-send-log = O log de protocolo do conector de envio desse momento: mostra onde a conexão termina.
ui-need-smtp-receive-log = O log de protocolo do conector de recebimento desse momento: mostra qual versão do TLS o remetente usou.
ui-need-reg = A chave SCHANNEL do Registro do servidor, exportada com `reg export`: mostra se o TLS 1.2 está ativado.
ui-need-event-log = Os eventos do Schannel no log Sistema: 36871, 36874, 36887, 36888.
ui-need-mta-log = O log do outro servidor de e-mail.
ui-need-text = O texto completo do erro.
ui-could-also-be = O que mais pode ser e o que foi descartado
ui-settled-by = Esclareceria:
ui-ruled-out = descartado
ui-share = Copiar para um chamado
ui-recheck = Verificar de novo após a alteração

ui-findings = Constatações: { $count }
ui-remedy = O que fazer:
ui-more-places = Mais lugares: { $count }
ui-explained-by = um efeito de { $rule }
ui-problems = O que não pôde ser lido como está

ui-evidence = Evidência
ui-evidence-of = Texto de { $source }
ui-shown-document = Documento exibido
ui-steps = Evidências em ordem
ui-previous = Evidência anterior
ui-next = Próxima evidência
ui-of = { $now } de { $count }
ui-search = Pesquisar no texto
ui-loading-text = Carregando o texto …
ui-excerpts = Este documento é grande demais para ser exibido inteiro. Estas são as linhas em que as constatações se baseiam.

ui-registry = TLS no Registro
ui-registry-os = Onde o Registro deixa por conta do Windows, são mostrados os padrões do { $os }.
ui-protocol = Protocolo
ui-client = Cliente (saída)
ui-server = Servidor (entrada)
ui-effective-on = ativado
ui-effective-off = desativado

ui-log = O que o log de protocolo mostra
ui-log-counts = Sessões: { $sessions } · Linhas: { $rows } · Servidores: { $peers }
ui-peers = Servidores no log de protocolo
ui-peer = Servidor
ui-connector = Conector
ui-sessions = Sessões
ui-negotiated = Versões do TLS
ui-failed = Handshakes com falha
ui-clear = Sem TLS
ui-last-seen = Visto por último
ui-more-peers = Mais servidores: { $count }
ui-download-csv = Baixar como CSV
ui-timeline = Sessões ao longo do tempo
ui-timeline-table = O mesmo em tabela
ui-time = Hora
ui-transcripts = Sessões completas
ui-transcript-gap = { $seconds } s sem resposta

ui-fleet = Servidores lado a lado
ui-fleet-counts = Servidores: { $servers } · Com alteração: { $fixes }
ui-server-name = Servidor
ui-fleet-change = alteração proposta
ui-fleet-no-change = sem alteração
ui-differs = diferente da maioria
ui-download-all = Baixar todas as correções (.zip)
