// The package and the command line give the same report, byte for byte.
//
// usage: node parity.mjs PACKAGE-FOLDER MAILTLS-BINARY FILE…

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, binary, ...files] = process.argv.slice(2);
const { diagnose, render, Session } = await import(pathToFileURL(resolve(folder, 'mailtls.js')));

const counts = { passed: 0, failed: 0 };
function check(name, promise) {
  try {
    promise();
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    console.log(`FAILED: ${name}\n${error.message}`);
  }
}

/** What the command line prints. */
function native(paths, lang, options = [], format = 'json') {
  const args = ['diagnose', '--format', format, '--lang', lang, ...options, ...paths];
  const run = spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.notEqual(run.status, 2, run.stderr);
  return run.stdout;
}

/** What the package gives for the same bytes, cut into chunks of that size. */
function streamed(inputs, options, size) {
  const session = new Session(options);
  for (const { name, bytes } of inputs) {
    session.open(name);
    for (let at = 0; at < bytes.length; at += size) session.feed(bytes.subarray(at, at + size));
  }
  return session.finish();
}

const languages = ['en', 'es', 'pt-BR'];
for (const [index, file] of files.entries()) {
  const lang = languages[index % languages.length];
  const inputs = [{ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }];
  const expected = native([file], lang);
  check(`${file} in one piece`, () => {
    assert.equal(render(diagnose(inputs, { lang }), lang, 'json'), expected);
  });
  check(`${file} in chunks`, () => {
    assert.equal(render(streamed(inputs, { lang }, 1021), lang, 'json'), expected);
  });
  check(`${file} as a plain object`, () => {
    // What survives JSON is what other programs get: the object holds nothing that a copy loses.
    const copy = JSON.parse(JSON.stringify(diagnose(inputs, { lang })));
    assert.equal(render(copy, lang, 'json'), expected);
  });
}

// The documents are made from that one report, so a part of the files is enough for them.
const formats = ['text', 'markdown', 'html', 'csv'];
for (const [index, file] of files.entries()) {
  if (index % 5 !== 0) continue;
  const lang = languages[index % languages.length];
  const report = diagnose([{ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }], { lang });
  for (const format of formats) {
    check(`${file} as ${format}`, () => assert.equal(render(report, lang, format), native([file], lang, [], format)));
  }
}

const names = new Set();
const several = files.filter((file) => !names.has(basename(file)) && names.add(basename(file))).slice(0, 12);
check('several inputs, another release', () => {
  const inputs = several.map((file) => ({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }));
  const report = diagnose(inputs, { os: '2008R2' });
  assert.equal(render(report, 'en', 'json'), native(several, 'en', ['--os', '2008R2']));
});

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
