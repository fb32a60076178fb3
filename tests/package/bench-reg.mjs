// How fast the package reads a large .reg export, beside what splitting the same bytes into lines costs here, and
// how much memory the module takes for it.
//
// usage: node bench-reg.mjs PACKAGE-FOLDER FILE.reg

import assert from 'node:assert/strict';
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, file] = process.argv.slice(2);
// The glue keeps its memory to itself; the instance is caught as it is made.
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...of) {
    super(...of);
    memory = this.exports.memory;
  }
};
const { Session } = await import(pathToFileURL(resolve(folder, 'mailtls.js')));

/** Line feeds, unit by unit. */
function split(chunk) {
  const units = new Uint16Array(chunk.buffer, chunk.byteOffset, chunk.length >> 1);
  let lines = 0;
  for (let at = 0; at < units.length; at += 1) if (units[at] === 10) lines += 1;
  return lines;
}

const pages = () => memory.buffer.byteLength / 65536;
const session = new Session({});
session.open('system.reg');
const chunk = new Uint8Array(1 << 20);
const input = openSync(file);
let bytes = 0;
let lines = 0;
let splitting = 0;
let reading = 0;
let early = 0;
for (;;) {
  const count = readSync(input, chunk);
  if (count === 0) break;
  const part = chunk.subarray(0, count);
  const begin = performance.now();
  lines += split(part);
  const middle = performance.now();
  session.feed(part);
  reading += performance.now() - middle;
  splitting += middle - begin;
  bytes += count;
  if (early === 0 && bytes > 16 << 20) early = pages();
}
closeSync(input);
const late = pages();
const report = session.finish();
const { client, server } = report.registry.protocols['TLS 1.2'];
assert.deepEqual([client.enabled, server.enabled], [0, 1], 'the values of TLS 1.2 are found');
const megabytes = bytes / (1 << 20);
const speed = (milliseconds) => (megabytes / (milliseconds / 1000)).toFixed(0).padStart(8);
console.log(`wasm, Node ${process.version}: ${megabytes.toFixed(0)} MB of UTF-16LE, ${lines} lines; the values of TLS 1.2 are found`);
console.log(`  split into lines          ${speed(splitting)} MB/s`);
console.log(`  read into the report      ${speed(reading)} MB/s`);
console.log(`  reading / splitting alone ${(reading / splitting).toFixed(2).padStart(8)} x`);
console.log(`  memory of the module: ${early} pages of 64 KiB after 16 MB, ${late} at the end`);
assert.ok(late <= early + 32, 'memory grows with the export');
