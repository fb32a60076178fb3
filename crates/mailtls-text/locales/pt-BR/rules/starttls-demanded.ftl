starttls-demanded =
    .title = O servidor de destino exige TLS e a mensagem veio sem ele
    .what = O lado que recebe respondeu que STARTTLS precisa vir primeiro.
    .why = A mensagem não é aceita; o envio é tentado de novo e depois ela é devolvida.
    .remedy = Veja o log de protocolo: há `STARTTLS` na resposta ao EHLO? Se não, algo no caminho o remove ou o
        servidor de destino não o oferece. Se sim, e antes aparece `TLS negotiation failed`, confira o TLS 1.2
        no lado que envia (`Client`).
