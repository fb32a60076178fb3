// Compiles where the declarations are right; every name a user may rely on is used with its type.

import { diagnose, fix, regBytes, render, rules, Session } from 'mailtls';
import type { Cause, Certainty, FindingReport, FixReport, Options, Report, RuleText } from 'mailtls';

const options: Options = { os: '2012R2', profile: 'recommended', lang: 'pt-BR' };
const report: Report = diagnose([{ name: 'a.txt', bytes: 'text' }, { name: 'b.reg', bytes: new Uint8Array() }], options);
const cause: Cause = report.verdict.cause;
const certainty: Certainty = 'certain';
const findings: FindingReport[] = report.findings.filter((finding) => finding.certainty === certainty);
const enabled: number | null | undefined = report.registry.protocols['TLS 1.2']?.client.enabled;
const strict: FixReport | null = fix(report, 'strict');
const bytes: Uint8Array = regBytes(strict?.reg ?? '');
const all: RuleText[] = rules('es');
const session = new Session();
session.open('c.log');
session.feed(new Uint8Array([1, 2, 3]));
const text: string = render(session.finish(), 'en', 'markdown');

// @ts-expect-error: a cause is one of the words, not any text
const wrong: Cause = 'tls';
// @ts-expect-error: there is no such release
const never = () => diagnose([], { os: 'XP' });

export { all, bytes, cause, enabled, findings, never, text, wrong };
