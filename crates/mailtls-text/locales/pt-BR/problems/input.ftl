problem-input-empty = Nada foi colado, ou o arquivo está vazio. São lidas notificações de falha (NDR), erros de fila, logs
    de protocolo SMTP, eventos e arquivos .reg.
problem-input-image = Isto parece uma imagem. Imagens não podem ser lidas aqui: copie o texto da notificação de falha ou
    do log, ou salve a mensagem como .eml ou .msg.
problem-input-pdf = Isto parece um PDF. Copie o texto ou forneça a mensagem, o log ou o arquivo .reg originais.
problem-input-archive = Isto parece um arquivo compactado. Descompacte-o e forneça os arquivos de dentro.
problem-input-hive = Isto parece um hive do Registro. Exporte as chaves com o regedit como arquivo .reg e forneça esse
    arquivo.
problem-input-evtx = Isto parece um arquivo de log de eventos (.evtx). No Visualizador de Eventos salve os eventos como
    texto, CSV ou XML, ou copie-os, e forneça isso.
problem-input-program = Isto parece um programa. São lidas notificações de falha (NDR), erros de fila, logs de protocolo
    SMTP, eventos e arquivos .reg.
problem-input-pst = Isto parece um arquivo de dados do Outlook. Salve apenas a notificação de falha como .msg ou .eml e
    forneça-a.
problem-input-rtf = Isto parece texto formatado (RTF). Copie o texto e cole-o.
problem-input-capture = Isto parece uma captura de rede. Em vez dela é lido o log de protocolo SMTP do conector, ou a
    notificação de falha.
problem-input-binary = Isto não parece texto. São lidas notificações de falha (.eml, .msg ou o texto delas), erros de fila,
    logs de protocolo SMTP, eventos e arquivos .reg.
problem-input-html = Isto parece uma página da Web, e nada nela fala de uma entrega. Copie o texto da
    notificação de falha, do erro de fila ou do log.
problem-input-json = Isto parece JSON, e nada nele fala de uma entrega. São lidas notificações de falha (NDR), erros de
    fila, logs de protocolo SMTP, eventos e arquivos .reg.
problem-input-cut = Esta mensagem é muito longa; a parte após os primeiros 16 MiB não foi lida.
problem-input-damaged = Este arquivo de mensagem está danificado ou não contém texto. Salve a mensagem de novo como .eml ou .msg, ou copie o texto.
problem-input-iis-log = Parece o log de um servidor Web (IIS). O e-mail está em outros arquivos: use os logs de protocolo SMTP
    do Exchange, em …\TransportRoles\Logs\Hub\ProtocolLog\SmtpSend ou …\SmtpReceive.
