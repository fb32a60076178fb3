cipher-curves-without-nist =
    .title = Faltam as curvas usuais na lista de curvas elípticas
    .what = `EccCurves` lista curvas elípticas e não tem nem NistP256 nem NistP384. Na lista: { $curves }.
    .why = A maioria dos conjuntos que o Exchange Online aceita usa ECDHE, que precisa de uma curva que os dois
        lados tenham. Sem essas duas, talvez só restem os conjuntos com troca de chaves RSA, se estiverem ativados.
    .remedy = Acrescente NistP256 e NistP384 à política “Ordem de curvas ECC”, ou remova a política, e reinicie o
        servidor.
