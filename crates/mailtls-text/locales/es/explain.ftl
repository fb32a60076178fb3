### The labels of an explained rule.

explain-severity = Gravedad
explain-grade = Se basa en
explain-cause = Causa
explain-rules-out = Descarta
explain-explains = Explica
explain-needs = Qué lo aclararía
explain-since = Desde la versión
explain-decides = Cómo decide (en inglés):
explain-references = Fuentes:
