clear-text-after-failed-handshake =
    .title = O e-mail sai sem criptografia depois de um handshake que falhou
    .what = Logo depois da falha do handshake, o e-mail foi ao mesmo servidor em texto claro. Outro lado: { $peer }. Conector: { $connector }. Sessões: { $count }.
    .why = Ninguém recebe um NDR, por isso passa despercebido: o e-mail chega, legível para todos no caminho.
    .remedy = Corrija o que fez o handshake falhar. Depois, RequireTLS no conector garante que continue assim.
