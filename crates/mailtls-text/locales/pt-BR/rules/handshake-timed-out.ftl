handshake-timed-out =
    .title = O handshake TLS esgotou o tempo limite
    .what = Depois do STARTTLS a resposta não chegou a tempo (palavra no log: { $word }). Outro lado: { $peer }.
        Conector: { $connector }. Sessões: { $count }.
    .why = Pacotes se perdem ou ficam retidos no caminho. Um servidor que recusa uma versão do TLS fecha na
        hora.
    .remedy = Veja firewalls, MTU e prevenção de intrusões entre os dois lados; uma captura de rede nas duas
        pontas mostra onde os pacotes param.
