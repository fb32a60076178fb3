peer-handshake-failed =
    .title = Um handshake TLS com um servidor que não é o Microsoft 365 falha
    .what = A conexão terminou no handshake (palavra no log: { $word }) e o log não diz o motivo. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Versão, conjuntos de criptografia, certificado ou rede: a palavra não diz qual. O que o Microsoft 365
        aceita não importa aqui.
    .remedy = Peça ao outro lado o log do mesmo minuto. Uma exportação da chave SCHANNEL deste servidor mostra que
        versões ele oferece.
