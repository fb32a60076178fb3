session-starttls-not-offered =
    .title = El servidor receptor no ofrece STARTTLS
    .what = Su respuesta a EHLO está completa y no contiene STARTTLS. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Microsoft 365 siempre lo ofrece: un dispositivo en el camino lo quita, o la dirección de envío está
        en una lista de bloqueo. Un conector que exige TLS retiene entonces el correo.
    .remedy = Compare la respuesta desde fuera del cortafuegos y compruebe si la dirección de envío está
        bloqueada. Las versiones de TLS aún no intervienen.
