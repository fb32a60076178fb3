### The page around the report.

ui-title = mailtls: ¿falla el correo con Microsoft 365 por TLS 1.0/1.1?
ui-headline = ¿Falla el correo con Microsoft 365?
ui-promise = Pegue un rebote (NDR), un registro de protocolo SMTP o una exportación .reg. Obtendrá la causa, con qué certeza, las
    líneas que la demuestran y el cambio que la corrige. Nada sale de esta página.
ui-skip = Ir al resultado
ui-language = Idioma
ui-theme = Colores
ui-theme-auto = Como el sistema
ui-theme-light = Claro
ui-theme-dark = Oscuro
ui-help = Ayuda
ui-close = Cerrar
ui-version = mailtls { $version } { $date }
ui-footer = Se ejecuta solo en esta pestaña del navegador. No es un producto de Microsoft.
ui-check-download = ¿La descargó? Compare `Get-FileHash mailtls-offline.html` con `SHA256SUMS` de la versión publicada.
ui-stale = Las reglas son del { $date } y tienen más de un año: Microsoft puede haber cambiado fechas y reglas desde entonces. Obtenga la versión actual antes de actuar según esta página.
ui-drop-here = Suelte los archivos para leerlos

# Input.
ui-box = Pegue un rebote, un registro o una exportación .reg
ui-box-after = Pegue o elija lo que tiene después del cambio
ui-box-placeholder = 421 4.4.2 Connection dropped due to SocketError …
ui-choose-files = Elegir archivos
ui-choose-folder = Elegir una carpeta
ui-or-drop = o suéltelos en cualquier parte de la página
ui-samples = O vea un ejemplo:
ui-sample-bounce = Rebote (421 4.4.2)
ui-sample-send-log = Registro de envío
ui-sample-default-server = Servidor con valores predeterminados (.reg)
ui-sample-nine-digits = Fragmento publicado con un valor de nueve dígitos
ui-how-to-get = ¿Cómo consigo estos archivos?
ui-forget = Olvidar todo
ui-documents = Lo que se lee
ui-document-facts = Líneas: { $lines } · { $size } · { $encoding }
ui-rename = Cambiar el nombre de { $name }
ui-remove = Quitar { $name }
ui-move-up = Subir { $name }
ui-retype = Qué es { $name }
ui-retype-detected = { $kind } (detectado)
ui-retype-not-right = ¿No es correcto? Elija qué es
ui-retype-auto = Detectado automáticamente

# Work.
ui-reading = Leyendo …
ui-progress = { $done } de { $total }
ui-progress-spoken = { $percent } % leído
ui-cancel = Cancelar
ui-cancelled = Detenido
ui-cancelled-text = Se detuvo la lectura. Lo que introdujo sigue aquí.
ui-retry = Reintentar
ui-unreadable-title = No se pudo leer un archivo
ui-unreadable-text = El navegador no pudo leer { $name }: { $message } Si el archivo cambió después de elegirlo, elíjalo de nuevo.
ui-failed-title = El análisis se detuvo de forma inesperada
ui-failed-text = Es un fallo de mailtls, no de lo que introdujo, que sigue aquí. El análisis se ha reiniciado: puede reintentarlo o
    quitar un documento tras otro para encontrar el que lo provoca.
ui-failed-details = Detalles para informar del fallo, con los datos privados sustituidos
ui-failed-copy = Copiar los detalles

# Notices.
ui-notice-copied = Copiado
ui-notice-copy-refused = El navegador no permitió copiar. Seleccione el texto y pulse Ctrl+C.
ui-notice-downloaded = Entregado al navegador para descargar
ui-notice-forgotten = Todo se ha olvidado
