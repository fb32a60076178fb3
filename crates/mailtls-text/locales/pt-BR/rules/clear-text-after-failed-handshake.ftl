clear-text-after-failed-handshake =
    .title = O e-mail sai sem criptografia depois de um handshake que falhou
    .what = Logo depois da falha do handshake, o e-mail seguiu para o mesmo servidor sem criptografia. Outro
        lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Ninguém recebe notificação de falha (NDR), por isso passa despercebido: o e-mail chega, legível para
        todos no caminho.
    .remedy = Corrija o que fez o handshake falhar. Depois, RequireTLS no conector garante que continue assim.
