fips-mode-on =
    .title = El modo FIPS está activado
    .what = `Enabled` (REG_DWORD) no es 0 en `Lsa\FIPSAlgorithmPolicy`.
    .why = Windows deja fuera entonces algoritmos débiles como RC4 y MD5. El correo con Microsoft 365 no se ve
        afectado: todos los conjuntos que acepta están permitidos. Los servidores antiguos pueden perder su
        único conjunto en común.
    .remedy = No hace falta cambiar nada para Microsoft 365.
