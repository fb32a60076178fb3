direct-send-refused =
    .title = O envio direto (Direct Send) está desativado
    .what = A organização recusa e-mail que chega ao próprio domínio sem conector.
    .why = Dispositivos e programas que enviam assim são recusados.
    .remedy = Envie por um conector ou com autenticação, ou reveja `RejectDirectSend`. A versão do TLS não é a
        causa.
