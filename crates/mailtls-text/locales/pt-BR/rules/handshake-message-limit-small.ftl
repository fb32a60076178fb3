handshake-message-limit-small =
    .title = O Windows aceita apenas handshakes TLS pequenos
    .what = `{ $name }` (REG_DWORD) = { $number } está abaixo do padrão do Windows.
    .why = Cadeias de certificados longas não cabem, então o handshake falha com alguns parceiros mesmo que os
        dois lados usem TLS 1.2.
    .remedy = Exclua o valor para voltar ao padrão e reinicie o servidor.
