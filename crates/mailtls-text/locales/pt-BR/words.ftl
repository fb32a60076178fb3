### The words of the report's vocabulary, as labels.

cause-tls-version = Versão do TLS
cause-cipher-mismatch = Nenhum conjunto de criptografia em comum
cause-certificate = Certificado não aceito
cause-credentials = Certificado ou chave próprios inutilizáveis
cause-starttls-stripped = STARTTLS não oferecido
cause-starttls-required = TLS exigido e não usado
cause-network-timeout = Servidor inacessível
cause-connection-reset = Conexão interrompida
cause-dns = Nome não resolvido
cause-auth = Autenticação recusada
cause-policy = Recusado pelas regras do destinatário
cause-none = Nenhuma falha encontrada
cause-unknown = Falha sem causa conhecida

certainty-certain = certo
    .reason = As evidências provam isso diretamente.
certainty-likely = provável
    .reason = As evidências apontam para isso; falta uma prova direta.
certainty-suspected = possível
    .reason = As evidências se encaixam, mas também em outras causas.

direction-outbound = e-mail de saída
direction-inbound = e-mail de entrada
direction-both = e-mail de saída e de entrada
direction-unknown = sentido desconhecido

severity-error = erro
    .reason = Interrompe o e-mail.
severity-warning = aviso
    .reason = Prejudica ou vai prejudicar o e-mail.
severity-note = observação
    .reason = Convém saber.

kind-ndr = notificação de falha (NDR)
kind-queue = fila ou rastreamento de mensagens
kind-smtp-send-log = log de protocolo do conector de envio
kind-smtp-receive-log = log de protocolo do conector de recebimento
kind-reg = exportação do Registro
kind-event-log = log de eventos do Windows
kind-mta-log = log de outro servidor de e-mail
kind-text = texto

state-enabled = ativado
state-disabled = desativado
state-os-default = a critério do Windows
state-misconfigured = contraditório ou inválido
state-unknown = não incluído

platform-schannel = Windows (Schannel)
platform-openssl = OpenSSL ou similar
platform-java = Java
platform-unknown = desconhecida

os-2008 = Windows Server 2008
os-2008R2 = Windows Server 2008 R2
os-2012 = Windows Server 2012
os-2012R2 = Windows Server 2012 R2
os-2016 = Windows Server 2016
os-2019 = Windows Server 2019
os-2022 = Windows Server 2022
os-2025 = Windows Server 2025

profile-minimal = mínimo
    .reason = Ativa o TLS 1.2 nas duas funções; altera somente o que difere.
profile-recommended = recomendado
    .reason = O mínimo e também os valores de .NET e WinHTTP, dos quais o SMTP não precisa.
profile-strict = estrito
    .reason = O recomendado e também SSL, TLS 1.0 e TLS 1.1 desativados.

grade-A = texto do fabricante ou de um padrão
grade-B = logs públicos e relatos de campo
grade-C = listagens públicas secundárias
grade-D = deduzido de outros fatos
grade-M = não confirmado

server-unnamed = este servidor
