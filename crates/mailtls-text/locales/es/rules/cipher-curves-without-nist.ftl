cipher-curves-without-nist =
    .title = A la lista de curvas elípticas le faltan las habituales
    .what = `EccCurves` enumera curvas elípticas y no tiene ni NistP256 ni NistP384. En la lista: { $curves }.
    .why = La mayoría de los conjuntos que Exchange Online acepta usan ECDHE, que necesita una curva que tengan los
        dos lados. Sin estas dos, quizá solo queden los conjuntos con intercambio de claves RSA, si es que están
        activados.
    .remedy = Añada NistP256 y NistP384 a la directiva «Orden de curvas ECC», o quite la directiva, y reinicie el
        servidor.
