authentication-failed =
    .title = La autenticación fue rechazada
    .what = Un servidor o un programa no se autenticó ante el otro.
    .why = El correo de este conector espera o se rechaza.
    .remedy = Entre servidores Exchange revise la hora, los nombres (SPN) y que ningún dispositivo intercepte
        SMTP; en programas, la cuenta y si se permite SMTP AUTH. La versión de TLS no es la causa.
