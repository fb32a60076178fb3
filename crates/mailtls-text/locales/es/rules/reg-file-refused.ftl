reg-file-refused =
    .title = Windows no importa este archivo
    .what = El archivo no comienza como debe hacerlo un archivo .reg, o está guardado en una codificación que
        Windows no lee.
    .why = Nada de él llega al Registro, así que TLS 1.2 para el correo queda como estaba.
    .remedy = Use el archivo corrector que se ofrece aquí, o ponga `Windows Registry Editor Version 5.00` como primera
        línea y guarde el archivo como UTF-16 LE.
