starttls-demanded =
    .title = O receptor exige TLS e a mensagem veio sem
    .what = O lado que recebe respondeu que STARTTLS precisa vir primeiro.
    .why = A mensagem não é aceita; é tentada de novo e depois devolvida.
    .remedy = Veja o log de protocolo: há `STARTTLS` na resposta ao EHLO? Se não, algo no caminho o remove ou o
        receptor não o oferece. Se sim, e antes aparece `TLS negotiation failed`, confira o TLS 1.2 no lado
        que envia (`Client`).
