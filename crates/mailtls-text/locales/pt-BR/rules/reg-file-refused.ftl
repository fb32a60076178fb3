reg-file-refused =
    .title = O Windows não importa este arquivo
    .what = O arquivo não começa como um arquivo .reg deve começar, ou está salvo em uma codificação que o Windows
        não lê.
    .why = Nada dele chega ao Registro, então o TLS 1.2 para o e-mail continua como estava.
    .remedy = Use o arquivo corretivo oferecido aqui, ou coloque `Windows Registry Editor Version 5.00` na primeira
        linha e salve o arquivo como UTF-16 LE.
