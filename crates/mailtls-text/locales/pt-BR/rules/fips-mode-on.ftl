fips-mode-on =
    .title = O modo FIPS está ativado
    .what = `Enabled` (REG_DWORD) não é 0 em `Lsa\FIPSAlgorithmPolicy`.
    .why = O Windows deixa de fora algoritmos fracos como RC4 e MD5. O e-mail com o Microsoft 365 não é afetado:
        todos os conjuntos que ele aceita são permitidos. Parceiros antigos podem perder o único conjunto em
        comum.
    .remedy = Não é preciso mudar nada para o Microsoft 365.
