old-tls-in-use =
    .title = Algunos extremos siguen usando TLS 1.0 o 1.1
    .what = El registro muestra negociaciones TLS correctas con la versión { $word }. Otro extremo: { $peer }.
        Conector: { $connector }. Sesiones: { $count }.
    .why = Hoy funcionan. Fallarían o perderían el cifrado cuando un lado desactive las versiones antiguas.
    .remedy = Actualice estos extremos antes de desactivar TLS 1.0 y 1.1.
