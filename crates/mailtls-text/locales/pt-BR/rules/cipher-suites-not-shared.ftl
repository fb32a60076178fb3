cipher-suites-not-shared =
    .title = Nenhum conjunto de criptografia em comum
    .what = Conectou-se um cliente cujos conjuntos de criptografia este servidor não tem ou não pode usar.
    .why = Esse cliente não obtém conexão criptografada.
    .remedy = Descubra o cliente: pode ser um dispositivo interno antigo. Se o e-mail do Microsoft 365 é afetado,
        restaure na política os conjuntos que ele usa (ECDHE com RSA e AES) e confira se AES, SHA e ECDH não
        estão desativados no Registro.
