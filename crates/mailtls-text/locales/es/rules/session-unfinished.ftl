session-unfinished =
    .title = El registro termina antes de que se decidiera algo
    .what = Las filas acaban en mitad de la sesión. Otro extremo: { $peer }. Conector: { $connector }. Sesiones:
        { $count }.
    .why = En ellas no falló nada, pero tampoco terminó bien nada.
    .remedy = Añada las filas siguientes con el mismo identificador de sesión, hasta la del signo menos.
