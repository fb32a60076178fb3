### Why there is no corrective file, what to know before importing one, and why a value changes.

no-fix-already-right = No hace falta ningún archivo .reg: todos los valores que establecería ya están bien.
no-fix-other-cause = No se ofrece ningún archivo .reg: la causa está en otra parte y estos valores del Registro no la
    cambiarían.
no-fix-other-stack = No se ofrece ningún archivo .reg: el software TLS que falló no lee el Registro de Windows. TLS 1.2 se
    activa en la configuración de ese software o actualizándolo.
no-fix-nothing-to-mend = No se ofrece ningún archivo .reg: nada de lo aportado lo requiere.
no-fix-update-first = No se ofrece ningún archivo .reg: esta compilación de Exchange usa TLS 1.0 para SMTP diga lo que diga el
    Registro. Instale antes su actualización más reciente (como mínimo Exchange 2010 SP3 Update Rollup 9 o Exchange 2013
    CU8; para Exchange 2007 y anteriores no hay ninguna y hay que sustituirlos) y exporte de nuevo el Registro.

fix-warning-peers-use-old-tls = El registro de protocolo muestra conexiones que todavía usan TLS 1.1 o anterior. Al importar
    el perfil estricto dejarán de funcionar. Extremos remotos: { $count } ({ $peers }).
fix-warning-old-peers-not-shown = El perfil estricto corta las conexiones que todavía usan TLS 1.1 o anterior. Lo aportado no
    muestra si las hay: analice antes un registro de protocolo del conector de recepción.

edit-reason-switched-off = El valor actual desactiva TLS 1.2; el nuevo lo activa.
edit-reason-disabled-by-default = El valor actual saca TLS 1.2 de los protocolos predeterminados, que son los que usa SMTP; el nuevo lo devuelve a ellos.
edit-reason-not-set = Hasta ahora no está establecido; el nuevo valor lo dice de forma explícita.
edit-reason-not-shown = La entrada no muestra el valor actual; el nuevo es correcto sea cual sea.
edit-reason-wrong-type = El valor actual no es un REG_DWORD; se escribe de nuevo como tal.
edit-reason-wrong-size = El valor actual no mide 4 bytes; se escribe de nuevo.
edit-reason-other-number = El valor actual no es el documentado; el nuevo sí.
edit-reason-old-protocol = El nuevo valor desactiva un protocolo antiguo, como pide el perfil estricto.
edit-reason-dead = Nadie lee este valor; se elimina.
