### The words of the report's vocabulary, as labels.

cause-tls-version = Versión de TLS
cause-cipher-mismatch = Ningún conjunto de cifrado en común
cause-certificate = Certificado no aceptado
cause-credentials = Certificado o clave propios no utilizables
cause-starttls-stripped = STARTTLS no ofrecido
cause-starttls-required = Se exige TLS y no se usaba
cause-network-timeout = Servidor inaccesible
cause-connection-reset = Conexión cortada
cause-dns = Nombre no resuelto
cause-auth = Autenticación rechazada
cause-policy = Rechazado por las reglas del receptor
cause-none = No se encontró ningún fallo
cause-unknown = Fallo sin causa conocida

certainty-certain = seguro
    .reason = Las pruebas lo demuestran directamente.
certainty-likely = probable
    .reason = Las pruebas apuntan aquí; falta una prueba directa.
certainty-suspected = posible
    .reason = Las pruebas encajan, pero también con otras causas.

direction-outbound = correo saliente
direction-inbound = correo entrante
direction-both = correo saliente y entrante
direction-unknown = sentido desconocido

severity-error = error
    .reason = Detiene el correo.
severity-warning = advertencia
    .reason = Perjudica o perjudicará el correo.
severity-note = nota
    .reason = Conviene saberlo.

kind-ndr = rebote (NDR)
kind-queue = cola o seguimiento de mensajes
kind-smtp-send-log = registro de protocolo del conector de envío
kind-smtp-receive-log = registro de protocolo del conector de recepción
kind-reg = exportación del Registro
kind-event-log = registro de eventos de Windows
kind-mta-log = registro de otro servidor de correo
kind-text = texto

state-enabled = activado
state-disabled = desactivado
state-os-default = según Windows
state-misconfigured = contradictorio o no válido
state-unknown = no incluido

platform-schannel = Windows (Schannel)
platform-openssl = OpenSSL o similar
platform-java = Java
platform-unknown = desconocida

os-2008 = Windows Server 2008
os-2008R2 = Windows Server 2008 R2
os-2012 = Windows Server 2012
os-2012R2 = Windows Server 2012 R2
os-2016 = Windows Server 2016
os-2019 = Windows Server 2019
os-2022 = Windows Server 2022
os-2025 = Windows Server 2025

profile-minimal = mínimo
    .reason = Activa TLS 1.2 en ambos roles; cambia solo lo que difiere.
profile-recommended = recomendado
    .reason = El mínimo más los valores de .NET y WinHTTP, que SMTP no necesita.
profile-strict = estricto
    .reason = El recomendado más la desactivación de SSL, TLS 1.0 y TLS 1.1.

grade-A = texto del fabricante o de un estándar
grade-B = registros públicos e informes de campo
grade-C = listados públicos secundarios
grade-D = deducido de otros hechos
grade-M = sin confirmar

server-unnamed = este servidor
