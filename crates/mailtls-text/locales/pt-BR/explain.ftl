### The labels of an explained rule.

explain-severity = Gravidade
explain-grade = Baseia-se em
explain-cause = Causa
explain-rules-out = Descarta
explain-explains = Explica
explain-needs = O que esclareceria
explain-since = Desde a versão
explain-decides = Como decide (em inglês):
explain-references = Fontes:
