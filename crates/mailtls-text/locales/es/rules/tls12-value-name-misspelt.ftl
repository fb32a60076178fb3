tls12-value-name-misspelt =
    .title = Un valor de TLS 1.2 está mal escrito y Windows no lo lee
    .what = Un valor en `{ $key }` casi se llama `Enabled` (REG_DWORD) o `DisabledByDefault` (REG_DWORD), pero no
        del todo.
    .why = Schannel busca estos valores por su nombre exacto, así que este no hace nada: TLS 1.2 para el correo queda
        como digan los valores correctos o el valor predeterminado de Windows.
    .remedy = Escriba `Enabled` (REG_DWORD) = 1 y `DisabledByDefault` (REG_DWORD) = 0 con exactamente estos nombres.
        El valor mal escrito se puede eliminar; no hace daño.
