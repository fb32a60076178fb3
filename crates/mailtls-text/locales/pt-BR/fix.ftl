### Why there is no corrective file, what to know before importing one, and why a value changes.

no-fix-already-right = Nenhum arquivo .reg é necessário: todos os valores que ele definiria já estão corretos.
no-fix-other-cause = Nenhum arquivo .reg é oferecido: a causa está em outro lugar e esses valores do Registro não a
    mudariam.
no-fix-other-stack = Nenhum arquivo .reg é oferecido: o software de TLS que falhou não lê o Registro do Windows.
    O TLS 1.2 é ativado nas configurações desse software ou com uma atualização dele.
no-fix-nothing-to-mend = Nenhum arquivo .reg é oferecido: nada do que foi fornecido exige um.
no-fix-update-first = Nenhum arquivo .reg é oferecido: esta compilação do Exchange usa TLS 1.0 para SMTP, seja qual for o
    conteúdo do Registro. Instale antes a atualização mais recente (no mínimo Exchange 2010 SP3 Update Rollup 9 ou
    Exchange 2013 CU8; para o Exchange 2007 e anteriores não há nenhuma e é preciso substituí-los) e exporte o Registro
    novamente.

fix-warning-peers-use-old-tls = O log de protocolo mostra conexões que ainda usam TLS 1.1 ou anterior. A importação do perfil
    estrito faz com que elas deixem de funcionar. Lados remotos: { $count } ({ $peers }).
fix-warning-old-peers-not-shown = O perfil estrito encerra as conexões que ainda usam TLS 1.1 ou anterior. Nada do que foi
    fornecido mostra se elas existem: leia antes um log de protocolo do conector de recebimento.

edit-reason-switched-off = O valor atual desativa o TLS 1.2; o novo o ativa.
edit-reason-disabled-by-default = O valor atual retira o TLS 1.2 dos protocolos padrão, que são os que o SMTP usa; o novo o devolve a eles.
edit-reason-not-set = Até agora não está definido; o novo valor diz isso explicitamente.
edit-reason-not-shown = A entrada não mostra o valor atual; o novo é correto seja ele qual for.
edit-reason-wrong-type = O valor atual não é um REG_DWORD; ele é gravado de novo como tal.
edit-reason-wrong-size = O valor atual não tem 4 bytes; ele é gravado de novo.
edit-reason-other-number = O valor atual não é o documentado; o novo é.
edit-reason-old-protocol = O novo valor desativa um protocolo antigo, como pede o perfil estrito.
edit-reason-dead = Nada lê este valor; ele é excluído.
