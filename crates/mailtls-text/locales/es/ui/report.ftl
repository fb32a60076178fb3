### The report on the page.

ui-verdict-none = No se encontró ningún fallo
ui-verdict-unknown = Falla, y lo introducido no dice por qué
ui-verdict-likely = Lo más probable: { $cause }
ui-verdict-suspected = Posiblemente: { $cause }
ui-sure = Certeza
ui-direction = Sentido
ui-assumed = Se supone
ui-proof = Qué lo demuestra
ui-rests-on = En qué se basa
ui-line = { $source }, línea { $line }
ui-at-line = Línea { $line }
ui-needs = Qué lo aclararía
ui-need-ndr = El propio rebote: ábralo y pegue todo su texto, incluida la parte para administradores.
ui-need-queue = El último error de la cola: `Get-Queue | Format-List Identity,LastError`.
ui-need-smtp-send-log = El registro de protocolo del conector de envío de ese momento: muestra dónde termina la conexión.
ui-need-smtp-receive-log = El registro de protocolo del conector de recepción de ese momento: muestra qué versión de TLS usó el remitente.
ui-need-reg = La clave SCHANNEL del Registro del servidor, exportada con `reg export`: muestra si TLS 1.2 está activado.
ui-need-event-log = Los eventos de Schannel del registro Sistema: 36871, 36874, 36887, 36888.
ui-need-mta-log = El registro del otro servidor de correo.
ui-need-text = El texto completo del error.
ui-could-also-be = Qué más podría ser y qué se ha descartado
ui-settled-by = Lo aclararía:
ui-ruled-out = descartado
ui-share = Copiar para un tíquet
ui-recheck = Comprobar de nuevo tras el cambio

ui-findings = Hallazgos: { $count }
ui-remedy = Qué hacer:
ui-more-places = Más lugares: { $count }
ui-explained-by = un efecto de { $rule }
ui-problems = Lo que no se pudo leer tal como está

ui-evidence = Pruebas
ui-evidence-of = Texto de { $source }
ui-shown-document = Documento mostrado
ui-steps = Pruebas por orden
ui-previous = Prueba anterior
ui-next = Prueba siguiente
ui-of = { $now } de { $count }
ui-search = Buscar en el texto
ui-loading-text = Cargando el texto …
ui-excerpts = Este documento es demasiado grande para mostrarlo entero. Estas son las líneas en que se basan los hallazgos.

ui-registry = TLS en el Registro
ui-registry-os = Donde el Registro lo deja a Windows se muestran los valores predeterminados de { $os }.
ui-protocol = Protocolo
ui-client = Cliente (saliente)
ui-server = Servidor (entrante)
ui-effective-on = activado
ui-effective-off = desactivado

ui-log = Lo que muestra el registro de protocolo
ui-log-counts = Sesiones: { $sessions } · Filas: { $rows } · Servidores: { $peers }
ui-peers = Servidores del registro de protocolo
ui-peer = Servidor
ui-connector = Conector
ui-sessions = Sesiones
ui-negotiated = Versiones de TLS
ui-failed = Negociaciones fallidas
ui-clear = Sin TLS
ui-last-seen = Visto por última vez
ui-more-peers = Más servidores: { $count }
ui-download-csv = Descargar como CSV
ui-timeline = Sesiones a lo largo del tiempo
ui-timeline-table = Lo mismo como tabla
ui-time = Hora
ui-transcripts = Sesiones completas
ui-transcript-gap = { $seconds } s sin respuesta

ui-fleet = Servidores en paralelo
ui-fleet-counts = Servidores: { $servers } · Con un cambio: { $fixes }
ui-server-name = Servidor
ui-fleet-change = cambio propuesto
ui-fleet-no-change = sin cambio
ui-differs = distinto de la mayoría
ui-download-all = Descargar todas las correcciones (.zip)
