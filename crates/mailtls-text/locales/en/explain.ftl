### The labels of an explained rule.

explain-severity = Severity
explain-grade = Rests on
explain-cause = Cause
explain-rules-out = Rules out
explain-explains = Explains
explain-needs = What would settle it
explain-since = Since version
explain-decides = How it decides:
explain-references = Sources:
