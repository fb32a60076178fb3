starttls-skipped =
    .title = Houve uma tentativa de envio sem criptografia, e o Microsoft 365 a recusou
    .what = O STARTTLS foi oferecido e não foi usado, e o e-mail foi recusado por falta de TLS. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = O Exchange faz isso na segunda tentativa, depois de um handshake que falhou. A causa é essa falha,
        quase sempre a falta do TLS 1.2 nas conexões de saída.
    .remedy = Procure a sessão logo antes desta com `TLS negotiation failed` e junte aqui uma exportação da
        chave SCHANNEL.
