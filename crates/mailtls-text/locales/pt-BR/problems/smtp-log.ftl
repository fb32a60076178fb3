problem-smtp-log-row = Esta linha não é uma linha de log de protocolo e foi ignorada. Talvez tenha perdido colunas ao ser copiada; o arquivo de log original tem todas.
problem-smtp-log-fields = As colunas indicadas aqui não são as de um log de protocolo SMTP, por isso foi adotada a ordem habitual. Se faltarem linhas, use o arquivo como o Exchange o gravou.
problem-smtp-log-line-too-long = Esta linha é mais longa que qualquer linha de um log de protocolo e foi ignorada. O arquivo pode estar danificado ou não ser um log.
