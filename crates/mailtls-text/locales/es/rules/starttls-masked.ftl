starttls-masked =
    .title = Un cortafuegos oculta STARTTLS
    .what = Lo que dijo el servidor se sobrescribió por el camino, con X o con asteriscos. Otro extremo: { $peer }. Conector: { $connector }. Sesiones: { $count }.
    .why = Los cortafuegos que inspeccionan SMTP lo hacen para poder leer. Sin STARTTLS no hay TLS, diga lo que
        diga el Registro.
    .remedy = Desactive la inspección SMTP («ESMTP fixup») del cortafuegos o permita TLS en ella.
