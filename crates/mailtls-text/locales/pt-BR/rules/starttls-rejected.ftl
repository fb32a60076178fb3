starttls-rejected =
    .title = O servidor ofereceu STARTTLS e depois se recusou a começar
    .what = O servidor respondeu ao STARTTLS com { $word }. Outro lado: { $peer }. Conector: { $connector }.
        Sessões: { $count }.
    .why = Esse servidor não consegue usar o próprio certificado ou tem outra falha. Nenhuma versão do TLS foi
        tentada.
    .remedy = Leia a resposta nas evidências. Em um log de envio, o outro lado deve verificar; em um de
        recebimento, confira o certificado SMTP deste servidor.
