starttls-demanded =
    .title = El receptor exige TLS y el correo llegó sin él
    .what = El lado receptor respondió que STARTTLS debe ir primero.
    .why = El mensaje no se acepta; se reintenta y luego se devuelve.
    .remedy = Mire el registro de protocolo: ¿está `STARTTLS` en la respuesta a EHLO? Si no, algo en el camino lo
        quita o el receptor no lo ofrece. Si está y antes aparece `TLS negotiation failed`, revise TLS 1.2
        en el lado que envía (`Client`).
