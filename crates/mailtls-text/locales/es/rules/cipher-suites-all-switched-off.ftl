cipher-suites-all-switched-off =
    .title = No queda ningún conjunto de cifrado que Exchange Online acepte
    .what = `Enabled` (REG_DWORD) = 0 figura en las claves de algoritmos: { $names }. Cada conjunto vigente que
        Exchange Online aceptaría necesita uno de ellos: { $suites }.
    .why = Los dos lados pueden hablar TLS 1.2 y aun así no compartir ningún conjunto de cifrado, así que la
        negociación TLS falla en ambos sentidos. La configuración de la versión de TLS no ayuda aquí.
    .remedy = Elimine `Enabled` en esas claves, o establézcalo en REG_DWORD = 0xffffffff. Después reinicie el
        servidor.
