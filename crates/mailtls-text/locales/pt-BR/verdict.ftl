### The verdict in words. A frame says how sure, its subject what fails and which way, its reason why.

frame-certain = { $subject } falha porque { $reason }.
frame-likely = O mais provável é que { $subject } falhe porque { $reason }.
frame-suspected = Uma possibilidade é que { $subject } falhe porque { $reason }; outras causas também se encaixam.

subject-tls = o handshake TLS
    .outbound = o handshake TLS do e-mail de saída
    .inbound = o handshake TLS do e-mail de entrada
    .both = o handshake TLS do e-mail de saída e de entrada
subject-mail = a entrega do e-mail
    .outbound = a entrega do e-mail de saída
    .inbound = a entrega do e-mail de entrada
    .both = a entrega do e-mail de saída e de entrada

reason-tls-version = um dos lados não usa mais TLS 1.0 nem TLS 1.1 e o outro não usa nada mais recente
    .outbound = o destino não aceita mais TLS 1.0 nem TLS 1.1 e este servidor não oferece nada mais recente
    .inbound = o remetente não usa mais TLS 1.0 nem TLS 1.1 e este servidor não aceita nada mais recente
    .both = o outro lado não usa mais TLS 1.0 nem TLS 1.1 e este servidor não usa nada mais recente
reason-cipher-mismatch = os dois lados têm uma versão do TLS em comum, mas nenhum conjunto de criptografia
reason-certificate = um dos lados não aceita o certificado do outro
reason-credentials = não é possível usar o certificado deste servidor ou a chave privada dele
reason-starttls-stripped = o STARTTLS não foi oferecido, ou algo entre os dois servidores removeu a oferta
    .outbound = o servidor de destino não ofereceu STARTTLS, ou algo no caminho removeu a oferta
    .inbound = este servidor não ofereceu STARTTLS, ou algo no caminho removeu a oferta
reason-starttls-required = o TLS é exigido para este e-mail e não estava em uso
reason-network-timeout = o outro servidor não respondeu ou recusou a conexão
    .inbound = este servidor não respondeu ao remetente ou recusou a conexão
reason-connection-reset = a conexão foi interrompida, e não por um handshake TLS
reason-dns = não foi possível resolver um nome no DNS
reason-auth = a autenticação foi recusada
reason-policy = as regras do lado que recebe recusaram a mensagem (destinatário, tamanho, cota, filtro de spam ou
    configurações da organização)

reason-of-device-handshake-failed = um dispositivo da rede interna e este servidor não têm versão de TLS em comum; é o
    dispositivo que precisa ser atualizado
reason-of-tls-start-failed = as duas pontas talvez não tenham versão de TLS em comum; as evidências não dizem qual estaria desatualizada
reason-of-no-common-version = as duas pontas não têm versão de TLS em comum; as evidências não dizem qual está desatualizada
reason-of-tls-version-refused-by-other-peer = este servidor e uma ponta que não é o Microsoft 365 não têm versão de TLS em
    comum
reason-of-receive-starttls-not-offered = este servidor não oferece STARTTLS, que o Exchange omite quando não encontra um
    certificado que possa usar
reason-of-tls-certificate-name-missing = o conector indica um certificado que não está no servidor
reason-of-connector-certificate-missing = nenhum certificado deste servidor tem o nome do conector
reason-of-outdated-exchange-throttled = o Microsoft 365 limita ou bloqueia o e-mail deste servidor Exchange desatualizado
reason-of-sender-throttled = o destino limita quanto e-mail aceita deste remetente
reason-of-tenant-attribution-failed = o Microsoft 365 não conseguiu associar a conexão a um conector da organização
reason-of-direct-send-refused = a organização no Microsoft 365 não aceita e-mail enviado diretamente sem conector

# Only registry exports were given: no failure was seen, but what they set has one certain effect.
summary-registry-certain = O Registro desativa o TLS 1.2; por isso, o e-mail com servidores que desativaram o TLS 1.0
    e o TLS 1.1, como o Microsoft 365, não pode usar TLS.
    .outbound = O Registro desativa o TLS 1.2 nas conexões de saída; por isso, este servidor não consegue enviar com
        TLS para servidores que desativaram o TLS 1.0 e o TLS 1.1, como o Microsoft 365.
    .inbound = O Registro desativa o TLS 1.2 nas conexões de entrada; por isso, servidores que desativaram o TLS 1.0
        e o TLS 1.1, como o Microsoft 365, não conseguem enviar para este servidor com TLS.
    .both = O Registro desativa o TLS 1.2 nas conexões de saída e de entrada; por isso, este servidor não consegue
        trocar e-mails com TLS com servidores que desativaram o TLS 1.0 e o TLS 1.1, como o Microsoft 365.
summary-registry-likely = Do modo como o Registro está, o mais provável é que o TLS 1.2 esteja desativado e que o
    e-mail com servidores que desativaram o TLS 1.0 e o TLS 1.1, como o Microsoft 365, não possa usar TLS.
    .outbound = Do modo como o Registro está, o mais provável é que o TLS 1.2 esteja desativado nas conexões de saída
        e que este servidor não consiga enviar com TLS para servidores como o Microsoft 365.
    .inbound = Do modo como o Registro está, o mais provável é que o TLS 1.2 esteja desativado nas conexões de
        entrada e que servidores como o Microsoft 365 não consigam enviar para este servidor com TLS.
    .both = Do modo como o Registro está, o mais provável é que o TLS 1.2 esteja desativado nas conexões de saída e
        de entrada e que este servidor não consiga trocar e-mails com TLS com servidores como o Microsoft 365.
summary-registry-suspected = Do modo como o Registro está, o TLS 1.2 pode estar desativado; só a exportação não
    esclarece isso.
    .outbound = Do modo como o Registro está, o TLS 1.2 pode estar desativado nas conexões de saída; só a exportação
        não esclarece isso.
    .inbound = Do modo como o Registro está, o TLS 1.2 pode estar desativado nas conexões de entrada; só a exportação
        não esclarece isso.
    .both = Do modo como o Registro está, o TLS 1.2 pode estar desativado nas conexões de saída e de entrada; só a
        exportação não esclarece isso.

summary-servers-certain = Pelo menos um destes servidores está com o TLS 1.2 desativado no Registro; por isso não consegue
    trocar e-mails por TLS com servidores que já desativaram o TLS 1.0 e o TLS 1.1, como o Microsoft 365.
summary-servers-likely = Como o Registro está, é provável que pelo menos um destes servidores esteja com o TLS 1.2
    desativado e não consiga trocar e-mails por TLS com servidores como o Microsoft 365.
summary-servers-suspected = Como o Registro está, o TLS 1.2 pode estar desativado em pelo menos um destes servidores; as
    exportações sozinhas não esclarecem isso.

summary-unknown = O e-mail falha, e o que foi fornecido não mostra por quê.
    .outbound = O e-mail de saída falha, e o que foi fornecido não mostra por quê.
    .inbound = O e-mail de entrada falha, e o que foi fornecido não mostra por quê.
    .both = O e-mail de saída e o de entrada falham, e o que foi fornecido não mostra por quê.

summary-none-empty = Ainda não há nada para ler.
summary-none-text = Nada aqui foi reconhecido como notificação de falha, erro de fila, log de protocolo ou
    exportação do Registro; por isso, não é possível dizer nada sobre o TLS.
summary-none-log = O log não mostra nenhuma entrega com falha nem handshake TLS com falha.
summary-none-reg = A exportação do Registro não mostra nada que impeça o e-mail de usar o TLS 1.2.
summary-none-mail = Nenhuma entrega com falha foi encontrada.

summary-tls-version-ruled-out = O fim do TLS 1.0 e do TLS 1.1 não é a causa.
summary-tls-version-fine = A versão do TLS não é um obstáculo aqui.
summary-tls-version-open = A versão do TLS não está descartada.
summary-tls-version-not-seen = Nada aqui aponta para a versão do TLS.
summary-with-warnings = Há algo que convém corrigir antes que interrompa o e-mail.
summary-os-assumed = Supõem-se os padrões do { $os }.
summary-platform-openssl = O software TLS é OpenSSL ou similar, que nenhum arquivo .reg altera.
summary-platform-java = O software TLS é Java, que nenhum arquivo .reg altera.

ruled-out = { $cause }: descartada por “{ $finding }”.
conflict = Duas regras pedem dados diferentes em `{ $name }`, em { $key }: { $rules }. Escolha uma antes de aplicar.
