// What a program that installed the package may rely on. Run inside a project that has it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import * as mailtls from 'mailtls';

const { diagnose, fix, regBytes, render, rules, Session } = mailtls;

const KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';
const EXPORT = `Windows Registry Editor Version 5.00\r\n\r\n[${KEY}]\r\n"Enabled"=dword:00000000\r\n"DisabledByDefault"=dword:00000001\r\n`;
const input = { name: 'ex01.reg', bytes: EXPORT };

const folder = dirname(createRequire(import.meta.url).resolve('mailtls/report.schema.json'));
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const declared = readFileSync(join(folder, 'mailtls.d.ts'), 'utf8');

/** Runs a program of the README as it stands there. */
function run(program) {
  writeFileSync('readme.mjs', program);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['readme.mjs'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

test('the README begins with three lines that work as they stand', () => {
  const [, program] = readme.match(/^# mailtls\n\n```js\n([^`]*)```\n/);
  assert.equal(program.trimEnd().split('\n').length, 3);
  const summary = diagnose([{ name: 'bounce.txt', bytes: '421 4.4.2 Connection dropped due to SocketError' }]).verdict.summary;
  assert.ok(summary.length > 10);
  assert.equal(run(program), `${summary}\n`);
});

test('so does its program for large files', () => {
  const [, program] = readme.match(/## Large files\n\n```js\n([^`]*)```/);
  const name = program.match(/open\('([^']+)'\)/)[1];
  const line = '2026-11-24T08:00:01.000Z,Internet,08DE2B1C0001,4,192.0.2.1:5000,198.51.100.7:25,>,STARTTLS,\r\n';
  writeFileSync(name, line.repeat(5000));
  run(`${program}\nif (report.sources[0].lines < 5000) throw new Error(JSON.stringify(report.sources));\n`);
});

test('what is declared is what is there', () => {
  const names = [...declared.matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(names.sort(), Object.keys(mailtls).sort());
  const union = (name) => [...declared.match(new RegExp(`^export type ${name} = (.*);$`, 'm'))[1].matchAll(/['"]([^'"]+)['"]/g)].map(([, word]) => word);
  const taken = (call) => {
    try {
      call();
    } catch (error) {
      return error.message.match(/is not known; it is one of (.*)$/)[1].split(', ');
    }
    throw new Error('a word that nobody knows was taken');
  };
  assert.deepEqual(union('Os'), taken(() => diagnose([], { os: 'nobody knows this' })));
  assert.deepEqual(union('Profile'), taken(() => diagnose([], { profile: 'nobody knows this' })));
  assert.deepEqual(union('Lang'), taken(() => diagnose([], { lang: 'nobody knows this' })));
  assert.deepEqual(union('Format'), taken(() => render(diagnose([]), 'en', 'nobody knows this')));
});

test('an export that switches TLS 1.2 off is certain and has its evidence', () => {
  const report = diagnose([input], { lang: 'es' });
  assert.equal(report.schema, 1);
  assert.equal(report.verdict.cause, 'tls-version');
  assert.equal(report.verdict.certainty, 'certain');
  assert.equal(report.registry.protocols['TLS 1.2'].client.enabled, 0);
  assert.equal(report.findings[0].evidence[0].source, 'ex01.reg');
  assert.ok(report.findings.every((finding) => finding.evidence.length > 0));
});

test('text, bytes and chunks give one report', () => {
  const bytes = new TextEncoder().encode(EXPORT);
  const session = new Session();
  session.open('ex01.reg');
  for (const byte of bytes) session.feed(Uint8Array.of(byte));
  const whole = diagnose([input]);
  assert.deepEqual(session.finish(), whole);
  assert.deepEqual(diagnose([{ name: 'ex01.reg', bytes }]), whole);
  session.free();
});

test('code pages are decoded by what the host knows', () => {
  const utf16 = regBytes(EXPORT);
  assert.deepEqual([...utf16.slice(0, 2)], [0xff, 0xfe]);
  assert.equal(diagnose([{ name: 'a.reg', bytes: utf16 }]).verdict.cause, 'tls-version');
});

test('a fix of another profile comes from the report alone', () => {
  const report = diagnose([input]);
  assert.equal(report.fix.profile, 'minimal');
  const strict = fix(report, 'strict');
  assert.equal(strict.profile, 'strict');
  assert.ok(strict.edits.length > report.fix.edits.length);
  assert.ok(report.fix.reg.startsWith('Windows Registry Editor Version 5.00\r\n'));
  const healthy = diagnose([{ name: 'b.reg', bytes: EXPORT.replace('dword:00000000', 'dword:00000001').replace(/:00000001\r\n$/, ':00000000\r\n') }]);
  assert.equal(fix(healthy, 'minimal')?.edits.some((edit) => edit.key === KEY) ?? false, false);
});

test('a report is written down in every language and format', () => {
  const report = diagnose([input]);
  for (const lang of ['en', 'es', 'pt-BR']) {
    for (const format of ['text', 'json', 'markdown', 'html', 'csv']) {
      assert.ok(render(report, lang, format).length > 100, `${lang} ${format}`);
    }
  }
  assert.deepEqual(JSON.parse(render(report, 'en', 'json')), report);
  assert.notEqual(render(report, 'es', 'text'), render(report, 'en', 'text'));
});

test('a wrong argument is named', () => {
  assert.throws(() => diagnose('text'), /inputs has another form than declared/);
  assert.throws(() => diagnose([{ name: 'a', bytes: 7 }]), /Uint8Array nor a string/);
  assert.throws(() => diagnose([], { os: 'XP' }), /os `XP` is not known; it is one of 2008, /);
  assert.throws(() => diagnose([], { language: 'es' }), /there is no option `language`/);
  assert.throws(() => render({}, 'en', 'text'), /report has another form than declared/);
});

test('every rule has words', () => {
  for (const lang of ['en', 'es', 'pt-BR']) {
    for (const rule of rules(lang)) {
      assert.ok(rule.title && rule.what && rule.why && rule.remedy, `${lang} ${rule.rule}`);
    }
  }
});

test('the report fits the schema that is shipped', () => {
  const path = createRequire(import.meta.url).resolve('mailtls/report.schema.json');
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  assert.deepEqual(fits(diagnose([input]), schema, schema), []);
});

test('nothing becomes global', () => {
  const known = Object.keys(globalThis);
  assert.ok(!known.some((name) => /mailtls|wasm/i.test(name)));
});

/** Where a value does not fit; enough of JSON schema for the one that is shipped. */
function fits(value, schema, root, path = 'report') {
  if (schema.$ref) return fits(value, root.$defs[schema.$ref.split('/').pop()], root, path);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    return choices.some((choice) => fits(value, choice, root, path).length === 0) ? [] : [`${path} fits no choice`];
  }
  if ('const' in schema) return value === schema.const ? [] : [`${path} is not ${schema.const}`];
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${path} is not in the list`];
  const types = [schema.type].flat();
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const same = types.includes(type) || (type === 'number' && types.includes('integer'));
  if (!same) return [`${path} is ${type}, not ${types.join(' or ')}`];
  if (type === 'array') return value.flatMap((item, index) => fits(item, schema.items, root, `${path}[${index}]`));
  if (type !== 'object') return [];
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`);
  const entries = Object.entries(value).flatMap(([name, item]) => {
    const inner = schema.properties?.[name] ?? schema.additionalProperties;
    return inner ? fits(item, inner, root, `${path}.${name}`) : [`${path}.${name} is not declared`];
  });
  return [...missing, ...entries];
}
