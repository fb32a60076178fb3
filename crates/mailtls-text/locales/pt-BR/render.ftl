### Labels of rendered reports.

render-needs = O que esclareceria: { $kinds }
render-considered = O que mais pode ser:
render-speaks-for = a favor: { $rules }
render-speaks-against = contra: { $rules }
render-settles = o que esclareceria: { $kinds }
render-findings = Constatações
render-evidence = Evidências
render-place = Local
render-says = O que está escrito ali
render-ruled-out = Descartado
render-explained-by = É efeito de: { $rule }
render-more-places = Mais locais: { $count }
render-more-peers = Mais servidores: { $count }
render-more-problems = Mais ocorrências na entrada: { $count }
render-more-changes = Mais alterações: { $count }

render-registry = TLS no Registro
render-protocol = Protocolo
render-client = Cliente (saída)
render-server = Servidor (entrada)

render-peers = Servidores no log de protocolo
render-peer = Servidor
render-connector = Conector
render-sessions = Sessões
render-versions = Versões do TLS
render-clear = Sem TLS
render-failed = Handshakes com falha
render-first = Primeira (UTC)
render-last = Última (UTC)

render-fix = Alteração corretiva
render-remedy = O que fazer:
render-key = Chave
render-value = Valor
render-before = Antes
render-after = Depois
render-reason = Por que muda
render-not-for-smtp = o SMTP não precisa dele
render-absent = ausente
render-not-known = desconhecido
render-deleted = excluído
render-check = Aplicar e verificar
render-check-import = Guarde o arquivo para desfazer e depois importe o arquivo .reg no servidor como administrador.
render-check-restart = Reinicie o servidor: o Windows lê esses valores quando os serviços são iniciados.
render-check-outbound = Envie uma mensagem de teste e procure “SP_PROT_TLS1_2_CLIENT negotiation succeeded” no log de
    protocolo do conector de envio.
render-check-inbound = Peça que enviem de fora uma mensagem de teste e procure “SP_PROT_TLS1_2_SERVER negotiation
    succeeded” no log de protocolo do conector de recebimento.
render-check-export = Exporte a chave novamente e leia-a aqui: a constatação não deve mais aparecer.

render-inputs = Entradas
render-lines = linhas: { $count }
