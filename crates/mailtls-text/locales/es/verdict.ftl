### The verdict in words. A frame says how sure, its subject what fails and which way, its reason why.

frame-certain = { $subject } falla porque { $reason }.
frame-likely = Lo más probable es que { $subject } falle porque { $reason }.
frame-suspected = Una posibilidad es que { $subject } falle porque { $reason }; otras causas encajan igual de bien.

subject-tls = la negociación TLS
    .outbound = la negociación TLS del correo saliente
    .inbound = la negociación TLS del correo entrante
    .both = la negociación TLS del correo saliente y entrante
subject-mail = la entrega del correo
    .outbound = la entrega del correo saliente
    .inbound = la entrega del correo entrante
    .both = la entrega del correo saliente y entrante

reason-tls-version = un extremo ya no usa TLS 1.0 ni TLS 1.1 y el otro no usa nada más reciente
    .outbound = el destino ya no acepta TLS 1.0 ni TLS 1.1 y este servidor no ofrece nada más reciente
    .inbound = el remitente ya no usa TLS 1.0 ni TLS 1.1 y este servidor no acepta nada más reciente
    .both = el otro extremo ya no usa TLS 1.0 ni TLS 1.1 y este servidor no usa nada más reciente
reason-cipher-mismatch = los dos extremos comparten una versión de TLS, pero ningún conjunto de cifrado
reason-certificate = uno de los extremos no acepta el certificado del otro
reason-credentials = no se puede usar el certificado de este servidor o su clave privada
reason-starttls-stripped = no se ofreció STARTTLS, o algo entre los dos servidores quitó la oferta
    .outbound = el servidor de destino no ofreció STARTTLS, o algo en el camino quitó la oferta
    .inbound = este servidor no ofreció STARTTLS, o algo en el camino quitó la oferta
reason-starttls-required = se exige TLS para este correo y no se estaba usando
reason-network-timeout = el otro servidor no respondió o rechazó la conexión
    .inbound = este servidor no respondió al remitente o rechazó la conexión
reason-connection-reset = la conexión se cortó, y no por una negociación TLS
reason-dns = no se pudo resolver un nombre en el DNS
reason-auth = se rechazó la autenticación
reason-policy = las reglas del receptor rechazaron el mensaje (destinatario, tamaño, cuota, filtro de correo no
    deseado o configuración de la organización)

reason-of-device-handshake-failed = un dispositivo de la red propia y este servidor no comparten ninguna versión de TLS;
    hay que actualizar el dispositivo
reason-of-tls-start-failed = los dos extremos quizá no comparten ninguna versión de TLS; las pruebas no dicen cuál estaría atrasado
reason-of-no-common-version = los dos extremos no comparten ninguna versión de TLS; las pruebas no dicen cuál está atrasado
reason-of-tls-version-refused-by-other-peer = este servidor y un extremo que no es Microsoft 365 no comparten ninguna
    versión de TLS
reason-of-receive-starttls-not-offered = este servidor no ofrece STARTTLS, que Exchange omite cuando no encuentra un
    certificado que pueda usar
reason-of-tls-certificate-name-missing = el conector indica un certificado que no está en el servidor
reason-of-connector-certificate-missing = ningún certificado de este servidor lleva el nombre del conector
reason-of-outdated-exchange-throttled = Microsoft 365 frena o bloquea el correo de este servidor Exchange desactualizado
reason-of-sender-throttled = el destino limita cuánto correo acepta de este remitente
reason-of-tenant-attribution-failed = Microsoft 365 no pudo asociar la conexión con un conector de la organización
reason-of-direct-send-refused = la organización de Microsoft 365 no acepta correo enviado directamente sin conector

# Only registry exports were given: no failure was seen, but what they set has one certain effect.
summary-registry-certain = El Registro desactiva TLS 1.2, así que el correo con servidores que ya no admiten TLS 1.0
    ni TLS 1.1, como Microsoft 365, no puede usar TLS.
    .outbound = El Registro desactiva TLS 1.2 en las conexiones salientes, así que este servidor no puede enviar con
        TLS a servidores que ya no admiten TLS 1.0 ni TLS 1.1, como Microsoft 365.
    .inbound = El Registro desactiva TLS 1.2 en las conexiones entrantes, así que los servidores que ya no admiten
        TLS 1.0 ni TLS 1.1, como Microsoft 365, no pueden enviar a este servidor con TLS.
    .both = El Registro desactiva TLS 1.2 en las conexiones salientes y entrantes, así que este servidor no puede
        intercambiar correo con TLS con servidores que ya no admiten TLS 1.0 ni TLS 1.1, como Microsoft 365.
summary-registry-likely = Tal como está el Registro, lo más probable es que TLS 1.2 esté desactivado y que el correo
    con servidores que ya no admiten TLS 1.0 ni TLS 1.1, como Microsoft 365, no pueda usar TLS.
    .outbound = Tal como está el Registro, lo más probable es que TLS 1.2 esté desactivado en las conexiones
        salientes y que este servidor no pueda enviar con TLS a servidores como Microsoft 365.
    .inbound = Tal como está el Registro, lo más probable es que TLS 1.2 esté desactivado en las conexiones
        entrantes y que servidores como Microsoft 365 no puedan enviar a este servidor con TLS.
    .both = Tal como está el Registro, lo más probable es que TLS 1.2 esté desactivado en las conexiones salientes y
        entrantes y que este servidor no pueda intercambiar correo con TLS con servidores como Microsoft 365.
summary-registry-suspected = Tal como está el Registro, TLS 1.2 podría estar desactivado; la exportación por sí sola
    no lo aclara.
    .outbound = Tal como está el Registro, TLS 1.2 podría estar desactivado en las conexiones salientes; la
        exportación por sí sola no lo aclara.
    .inbound = Tal como está el Registro, TLS 1.2 podría estar desactivado en las conexiones entrantes; la
        exportación por sí sola no lo aclara.
    .both = Tal como está el Registro, TLS 1.2 podría estar desactivado en las conexiones salientes y entrantes; la
        exportación por sí sola no lo aclara.

summary-servers-certain = Al menos uno de estos servidores tiene TLS 1.2 desactivado en el Registro, así que no puede
    intercambiar correo con TLS con servidores que ya no admiten TLS 1.0 ni TLS 1.1, como Microsoft 365.
summary-servers-likely = Tal como está el Registro, lo más probable es que al menos uno de estos servidores tenga TLS 1.2
    desactivado y no pueda intercambiar correo con TLS con servidores como Microsoft 365.
summary-servers-suspected = Tal como está el Registro, TLS 1.2 podría estar desactivado en al menos uno de estos
    servidores; las exportaciones por sí solas no lo aclaran.

summary-unknown = El correo falla, y lo aportado no muestra por qué.
    .outbound = El correo saliente falla, y lo aportado no muestra por qué.
    .inbound = El correo entrante falla, y lo aportado no muestra por qué.
    .both = El correo saliente y el entrante fallan, y lo aportado no muestra por qué.

summary-none-empty = Todavía no hay nada que leer.
summary-none-text = Aquí no se reconoció ningún rebote, error de cola, registro de protocolo ni exportación del
    Registro, así que no se puede decir nada sobre TLS.
summary-none-log = El registro no muestra ninguna entrega fallida ni ninguna negociación TLS fallida.
summary-none-reg = La exportación del Registro no muestra nada que impida al correo usar TLS 1.2.
summary-none-mail = No se encontró ninguna entrega fallida.

summary-tls-version-ruled-out = La retirada de TLS 1.0 y TLS 1.1 no es la causa.
summary-tls-version-fine = La versión de TLS no es un obstáculo aquí.
summary-tls-version-open = No se descarta la versión de TLS.
summary-tls-version-not-seen = Nada de lo aportado apunta a la versión de TLS.
summary-with-warnings = Hay algo que conviene corregir antes de que detenga el correo.
summary-os-assumed = Se suponen los valores predeterminados de { $os }.
summary-platform-openssl = El software TLS es OpenSSL o similar, y ningún archivo .reg lo cambia.
summary-platform-java = El software TLS es Java, y ningún archivo .reg lo cambia.

ruled-out = { $cause }: descartado por «{ $finding }».
conflict = Dos reglas piden datos distintos en `{ $name }`, en { $key }: { $rules }. Elija una antes de aplicar.
