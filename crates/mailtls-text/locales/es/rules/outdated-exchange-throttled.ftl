outdated-exchange-throttled =
    .title = Microsoft 365 limita este servidor Exchange por su antigüedad
    .what = La respuesta dice que el servidor Exchange que envía no tiene soporte o le faltan actualizaciones de
        seguridad.
    .why = El correo se retrasa cada vez más y después se bloquea.
    .remedy = Actualice el servidor a una compilación con soporte; el informe de flujo de correo de Microsoft 365
        lo nombra. Un archivo .reg no ayuda.
