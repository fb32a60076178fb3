frontend-proxy-failed =
    .title = O front-end do Exchange não conseguiu alcançar o back-end
    .what = A conexão que falha é a interna, entre o transporte de front-end e o serviço de transporte.
    .why = O e-mail de entrada é recusado por ora e o remetente tenta de novo.
    .remedy = Confira o certificado interno de transporte, o DNS do servidor e se nada mais usa as portas 2525 e
        717. A conexão com o Microsoft 365 não é a que falha.
