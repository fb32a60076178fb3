old-tls-enabled =
    .title = Versões antigas estão ativadas explicitamente
    .what = O Registro ativa estas: { $protocols }.
    .why = O Microsoft 365 não usa nenhuma delas, então elas não ajudam no e-mail com ele. Dispositivos e
        servidores antigos que enviam por este servidor ainda podem precisar delas.
    .remedy = Deixe-as, ou desative-as quando os logs de protocolo mostrarem que nenhum parceiro as usa. O perfil
        estrito da correção faz isso.
