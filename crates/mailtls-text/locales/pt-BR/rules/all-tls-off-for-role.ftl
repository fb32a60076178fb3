all-tls-off-for-role =
    .title = Não resta nenhuma versão do TLS para { $role }
    .what = TLS 1.0, TLS 1.1 e TLS 1.2 estão todos desativados em `{ $role }`.
    .why = Este servidor não consegue usar TLS neste sentido. O Windows pode registrar o evento 36871 do
        Schannel, e as mensagens que exigem criptografia param com todos os parceiros, não só com o
        Microsoft 365.
    .remedy = Ative o TLS 1.2: `Enabled` (REG_DWORD) = 1 e `DisabledByDefault` (REG_DWORD) = 0. As
        versões antigas podem continuar desativadas.
