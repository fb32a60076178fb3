reg-value-not-imported =
    .title = Windows omite una línea de este archivo que debía definir un valor de TLS
    .what = La importación no define estos valores, aunque el archivo los nombra: { $values }.
    .why = regedit informa de éxito incluso cuando omite una línea. El valor conserva lo que tenía: si era
        incorrecto o no existía, sigue igual, y TLS 1.2 puede seguir desactivado para el correo. Estas líneas
        suelen venir de instrucciones traducidas o reformateadas.
    .remedy = Use en su lugar el archivo corrector que se ofrece aquí y compruebe después los valores con reg query.
