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

edit-reason-switched-off = desativa o TLS 1.2
edit-reason-disabled-by-default = retira o TLS 1.2 dos protocolos padrão, que são os que o SMTP usa
edit-reason-not-set = não está definido
edit-reason-not-shown = a entrada não permite saber o valor anterior
edit-reason-wrong-type = não é um REG_DWORD
edit-reason-wrong-size = não tem 4 bytes
edit-reason-other-number = é um número diferente do documentado
edit-reason-old-protocol = pertence a um protocolo que o perfil estrito desativa
edit-reason-dead = não é lido por nada
