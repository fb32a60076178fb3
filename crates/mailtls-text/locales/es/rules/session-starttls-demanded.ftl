session-starttls-demanded =
    .title = El correo se rechazó porque la sesión no tenía TLS
    .what = La respuesta exige antes STARTTLS. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Un lado exige TLS y el otro envió sin él. Por qué no había TLS no está en estas filas.
    .remedy = Busque en el mismo registro la sesión anterior o la respuesta a EHLO: la causa es una negociación
        TLS fallida o la falta de STARTTLS.
