### Help, privacy and sharing.

ui-help-title = Ayuda
ui-help-what = mailtls lee rebotes (NDR), errores de cola, registros de protocolo SMTP de Exchange, registros de otros servidores de
    correo, eventos de Windows y exportaciones `.reg`, varios a la vez. Dice si la causa es el fin de TLS 1.0 y TLS 1.1 en
    Microsoft 365, y con la misma claridad cuando no lo es.
ui-help-pages = Guías, códigos de respuesta y reglas
ui-help-get = Cómo conseguir los archivos
ui-get-bounce = Un rebote
    .how = Abra el rebote en Outlook y copie todo su texto, o guárdelo como `.eml` y elija el archivo.
ui-get-log = Registros de protocolo SMTP
    .how = El registro de protocolo tiene que estar activado en el conector. Los archivos están en `TransportRoles\Logs\…\ProtocolLog`,
        carpetas `SmtpSend` y `SmtpReceive`.
ui-get-reg = La exportación del Registro del servidor
    .how = En un símbolo del sistema con privilegios elevados en el servidor Exchange; solo lee:
ui-get-all = Todo a la vez
    .how = En un PowerShell con privilegios elevados en el servidor Exchange. Lee cuatro claves del Registro y copia los registros de
        protocolo más recientes a una carpeta del escritorio, y como .zip a su lado. No cambia nada en el servidor. Suelte la carpeta aquí.
ui-keys = Teclas
ui-key-help = Esta ayuda
ui-key-next = Prueba siguiente
ui-key-previous = Prueba anterior
ui-key-search = Buscar en el texto
ui-key-input = Ir al cuadro de texto
ui-key-verdict = Ir a la respuesta
ui-key-fix = Ir al cambio
ui-key-log = Ir al registro de protocolo
ui-key-close = Cerrar lo que está abierto
ui-keys-on = Las teclas sueltas hacen esto

ui-privacy-short = Nada sale de esta página
ui-privacy-title = Qué ocurre con lo que pega
ui-privacy-1 = Se lee solo en esta pestaña del navegador. No hay ningún servidor detrás de esta página ni ninguna cuenta.
ui-privacy-2 = La directiva de seguridad de la propia página prohíbe toda conexión de red, así que no podría enviar nada aunque quisiera.
    No se guarda nada: al cerrar la pestaña se olvida todo.
ui-privacy-3 = Compruébelo: desconecte la red y úsela, o guarde esta página como archivo y ábralo.
ui-policy = La directiva en vigor
ui-policy-read = `connect-src 'none'` prohíbe toda conexión; `default-src 'none'` prohíbe todo lo que no se nombra.
ui-policy-none = Esta copia no lleva directiva propia: es una compilación de desarrollo.
ui-file = Este archivo
ui-file-sum = `{ $sum }` es el SHA-256 de este archivo tal como lo leyó el navegador. Compárelo con la línea del archivo en `SHA256SUMS` de la versión publicada; una extensión que modifica las páginas lo cambia.
ui-held = Lo que se tiene en memoria
ui-held-nothing = Nada.

ui-share-title = Copiar para un tíquet
ui-redact = Sustituir los datos privados
ui-redact-on = Se sustituyen nombres de host, usuarios, direcciones, dominios, inquilinos, huellas digitales e identificadores, siempre
    el mismo nombre para lo mismo. Los nombres de Microsoft, códigos, horas y valores del Registro se conservan. Léalo antes de enviarlo.
ui-redact-off = Todo está como lo introdujo, datos privados incluidos.
ui-ticket = El texto para el tíquet
ui-copy-ticket = Copiar el texto
ui-print = Imprimir
ui-redacted-input = Lo introducido, tal como se compartiría
ui-preview-cut = La vista previa termina aquí; la copia lo contiene todo.
ui-too-large-to-share = { $name } es demasiado grande para compartirlo entero.
