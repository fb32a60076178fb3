starttls-required-by-sender =
    .title = O conector exige TLS, e não foi possível usá-lo
    .what = O próprio servidor que envia gravou isto: o conector só permite e-mail por TLS, e não houve TLS.
    .why = A mensagem fica na fila até o TLS funcionar.
    .remedy = O log de protocolo do conector de envio distingue os dois motivos: não há `STARTTLS` na resposta
        da outra ponta ao EHLO (um equipamento no caminho, um endereço bloqueado ou o certificado da outra
        ponta), ou depois vem `TLS negotiation failed` (certificado ou versão do TLS).
