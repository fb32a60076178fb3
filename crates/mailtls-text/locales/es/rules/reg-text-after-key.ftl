reg-text-after-key =
    .title = Las claves y los valores están en una sola línea, y Windows no importa de ella ningún valor
    .what = Después del corchete de cierre de una clave hay más texto en la misma línea.
    .why = Windows omite todo lo que sigue al corchete y aun así informa de éxito: los valores de esa línea no se
        definen, y TLS 1.2 para el correo queda como estaba.
    .remedy = Ponga cada clave y cada valor en su propia línea, o use el archivo corrector que se ofrece aquí.
