// The package and the command line give the same report, byte for byte.
//
// usage: node parity.mjs PACKAGE-FOLDER MAILTLS-BINARY FILE…

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, binary, ...files] = process.argv.slice(2);
const { Apart, canBeSplit, diagnose, merge, render, Session } = await import(pathToFileURL(resolve(folder, 'mailtls.js')));

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

check('inputs read apart and brought together in whatever order', () => {
  const inputs = several.map((file) => ({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }));
  const parts = inputs.map(({ name, bytes }, position) => {
    const apart = new Apart();
    apart.open(name, null, position);
    for (let at = 0; at < bytes.length; at += 1021) apart.feed(bytes.subarray(at, at + 1021));
    return apart.finish();
  });
  const session = new Session({ os: '2008R2' });
  session.take(parts.reverse().reduce(merge));
  assert.equal(render(session.finish(), 'en', 'json'), native(several, 'en', ['--os', '2008R2']));
});

const logs = files.map((file) => ({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) })).filter(({ name, bytes }) => canBeSplit(name, bytes.subarray(0, 65536)));
check('parts of a log are the log', () => {
  assert.ok(logs.length > 0, 'there is no log');
  for (const { name, bytes } of logs) {
    const parts = [];
    for (let offset = 0; offset < bytes.length;) {
      const apart = new Apart();
      apart.open(name, null, 0, bytes.subarray(0, 65536), offset);
      const end = bytes.indexOf(10, offset + Math.floor(bytes.length / 3)) + 1 || bytes.length;
      apart.feed(bytes.subarray(offset, end));
      parts.push(apart.finish());
      offset = end;
    }
    const session = new Session();
    session.take(parts.reduce(merge));
    assert.equal(render(session.finish(), 'en', 'json'), render(diagnose([{ name, bytes }]), 'en', 'json'), name);
  }
});

check('bytes that are no partial are refused', () => {
  assert.throws(() => new Session().take(new Uint8Array(4)), /not a partial result/);
});

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
