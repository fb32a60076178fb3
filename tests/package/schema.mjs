// Every report keeps to the schema that is published with the package.
//
// usage: node schema.mjs FILE…   inside a project that has the package and ajv

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { diagnose } from 'mailtls';

const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('mailtls/report.schema.json'), 'utf8'));
// Strict refuses a schema that says something the validator does not know; only the widths of numbers are no matter of it.
const numbers = Object.fromEntries(['uint8', 'uint16', 'uint32', 'uint64', 'uint', 'int32', 'int64'].map((name) => [name, true]));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, formats: numbers }).compile(schema);

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

const reports = process.argv.slice(2).map((file) => [file, diagnose([{ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }])]);
for (const [file, report] of reports) {
  check(file, () => assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3))));
}

// A schema that takes everything would hold nothing: every part of a report is missed where it is gone, and refused
// where it is something else.
const [, rich] = reports.find(([, report]) => report.fix && report.findings.length > 0);
for (const path of [['verdict'], ['verdict', 'cause'], ['verdict', 'ruled_out'], ['findings'], ['findings', 0, 'rule'], ['findings', 0, 'evidence', 0, 'line'],
  ['sources', 0, 'kind'], ['registry', 'protocols'], ['smtp', 'sessions'], ['fix', 'edits'], ['fix', 'reg'], ['schema']]) {
  const changed = (change) => {
    const copy = structuredClone(rich);
    const parent = path.slice(0, -1).reduce((at, step) => at[step], copy);
    change(parent, path.at(-1));
    return copy;
  };
  check(`${path.join('.')} is missed`, () => assert.ok(!validate(changed((parent, last) => { delete parent[last]; }))));
  check(`${path.join('.')} is of its type`, () => assert.ok(!validate(changed((parent, last) => { parent[last] = { no: 'such thing' }; }))));
}

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
