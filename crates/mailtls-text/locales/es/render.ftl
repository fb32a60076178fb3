### Labels of rendered reports.

render-needs = Qué lo aclararía: { $kinds }
render-considered = Qué más podría ser:
render-speaks-for = a favor: { $rules }
render-speaks-against = en contra: { $rules }
render-settles = lo aclararía: { $kinds }
render-findings = Hallazgos
render-evidence = Pruebas
render-place = Lugar
render-says = Qué dice ahí
render-ruled-out = Descartado
render-explained-by = Es efecto de: { $rule }
render-more-places = Más lugares: { $count }
render-more-peers = Más servidores: { $count }
render-more-problems = Más casos en la entrada: { $count }
render-more-changes = Más cambios: { $count }

render-registry = TLS en el Registro
render-protocol = Protocolo
render-client = Cliente (saliente)
render-server = Servidor (entrante)

render-peers = Servidores en el registro de protocolo
render-peer = Servidor
render-connector = Conector
render-sessions = Sesiones
render-versions = Versiones de TLS
render-clear = Sin TLS
render-failed = Negociaciones fallidas
render-first = Primera (UTC)
render-last = Última (UTC)

render-fix = Cambio correctivo
render-remedy = Qué hacer:
render-key = Clave
render-value = Valor
render-before = Antes
render-after = Después
render-reason = Por qué cambia
render-not-for-smtp = SMTP no lo necesita
render-absent = ausente
render-not-known = desconocido
render-deleted = eliminado
render-check = Aplicar y comprobar
render-check-import = Guarde el archivo para deshacer y después importe el archivo .reg en el servidor como administrador.
render-check-restart = Reinicie el servidor: Windows lee estos valores al iniciar los servicios.
render-check-outbound = Envíe un mensaje de prueba y busque «SP_PROT_TLS1_2_CLIENT negotiation succeeded» en el registro
    de protocolo del conector de envío.
render-check-inbound = Pida que le envíen un mensaje de prueba desde fuera y busque «SP_PROT_TLS1_2_SERVER negotiation
    succeeded» en el registro de protocolo del conector de recepción.
render-check-export = Exporte de nuevo la clave y analícela aquí: el hallazgo ya no debería aparecer.

render-inputs = Entradas
render-lines = líneas: { $count }
