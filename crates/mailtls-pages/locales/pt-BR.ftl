### Labels of the knowledge pages.

page-skip = Ir para o conteúdo
page-way = Onde você está
page-help = Ajuda
page-here = Nesta página
page-languages = Idiomas
page-foot = O mailtls não é um produto da Microsoft. O que você lê aqui vem com ele e não carrega nada de outro lugar.
page-index-title = Ajuda
page-index-about = O e-mail com o Microsoft 365 e o TLS 1.2: o que as mensagens significam, o que o mailtls procura e como
    ele decide.
page-search = Pesquisar nestas páginas
page-search-none = Nada encontrado.
page-guides = Guias
page-codes = Códigos de resposta
page-rules-error = Regras sobre o que interrompe o e-mail
page-rules-warning = Regras sobre o que prejudica o e-mail, agora ou em breve
page-rules-note = Regras sobre o que convém saber
page-rules-for-code = Regras que o levam em conta
page-remedy = O que fazer
page-facts = Em resumo
page-grade = Fundamento
page-since = Desde a versão
page-cause = Causa que aponta
page-rules-out = Causas que descarta
page-inputs = Encontra-se em
page-needs = O que esclareceria
page-explains = Explica
page-explained-by = Explicada por
page-decides = Como decide
page-example = Um exemplo
page-fix = O arquivo corretivo para ele
page-fires-too = Também dispara (casos de teste, em inglês)
page-silent = Não dispara (casos de teste, em inglês)
page-references = Fontes
