// How fast logs are diagnosed in a browser, beside what merely splitting, or merely counting the lines of, the same
// bytes costs there: one run, one file whose truth is known, the same way of reading. Ratios count, not times.
//
//   node tests/browser/bench-logs.mjs --page PATH --package DIR --tokenizer DIR --xtask PATH
//                                     [--chromium PATH] [--megabytes N]...
//
// Then the page itself: until it shows a first result, what holds it up, what its engines take, until a job ends
// that is given up.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const options = (name) => process.argv.flatMap((word, at) => (word === name ? [process.argv[at + 1]] : []));
const option = (name, otherwise) => options(name)[0] ?? otherwise;
const [page_path, folder, tokenizer, xtask] = ['--page', '--package', '--tokenizer', '--xtask'].map((name) => option(name));
if (!page_path || !folder || !tokenizer || !xtask) {
  console.error('usage: node bench-logs.mjs --page PATH --package DIR --tokenizer DIR --xtask PATH [--chromium PATH] [--megabytes N]...');
  process.exit(2);
}
const sizes = options('--megabytes').map(Number);

// Runs in the worker. The module's memory is caught as it is made: the glue keeps it to itself.
const worker = `
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...of) { super(...of); memory = this.exports.memory ?? memory; }
};
async function* chunks(file) {
  // Slices, two of them ahead. A reader with buffers of its own is quicker, but Chromium at times stops in the middle
  // of a file for one who is slower than the disk.
  const size = 8 << 20;
  const slice = (at) => (at < file.size ? file.slice(at, at + size).arrayBuffer() : null);
  const ahead = [slice(0), slice(size)];
  for (let at = 0; at < file.size; at += size) {
    ahead.push(slice(at + 2 * size));
    yield new Uint8Array(await ahead.shift());
  }
}
// Splitters of text get whole lines: where the last one is cut is not theirs to find out.
async function* texts(file) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks(file)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('\\n') + 1;
    rest = text.slice(end);
    yield text.slice(0, end);
  }
  if (rest) yield rest;
}
const ways = {
  async lines(file) {
    let count = 0;
    for await (const chunk of chunks(file)) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
    }
    return count;
  },
  async mailtls(file) {
    const { Session } = await import('/package/mailtls.js');
    const begin = performance.now();
    const session = new Session({});
    session.open(file.name);
    for await (const chunk of chunks(file)) session.feed(chunk);
    const { sessions, rows, failures } = session.finish().smtp;
    return { begin, sessions, rows, failures, memory: memory.buffer.byteLength };
  },
  async 'csv-core'(file) {
    const { default: init, tokenize } = await import('/tokenizer/tokenize.js');
    await init({ module_or_path: '/tokenizer/tokenize.wasm' });
    const begin = performance.now();
    let fields = 0;
    for await (const chunk of chunks(file)) fields += tokenize(chunk);
    return { begin, fields };
  },
  async uDSV(file) {
    const { inferSchema, initParser } = await import('/npm/udsv/dist/uDSV.mjs');
    const begin = performance.now();
    let parser;
    let rows = 0;
    for await (const text of texts(file)) {
      parser ??= initParser(inferSchema('a,b,c,d,e,f,g,h,i\\n0,0,0,0,0,0,0,0,0\\n', { trim: false }));
      parser.chunk(text, parser.stringArrs, (some) => { rows += some.length; });
    }
    parser?.end();
    return { begin, rows };
  },
  async 'Papa Parse'(file) {
    const source = await (await fetch('/npm/papaparse/papaparse.js')).text();
    new Function(source).call(self);
    const begin = performance.now();
    let rows = 0;
    for await (const text of texts(file)) rows += self.Papa.parse(text, { delimiter: ',', newline: '\\r\\n' }).data.length;
    return { begin, rows };
  },
};
self.onmessage = async ({ data: { way, file } }) => {
  const start = performance.now();
  try {
    const found = await ways[way](file);
    self.postMessage({ found, milliseconds: performance.now() - (found.begin ?? start) });
  } catch (error) {
    self.postMessage({ error: String(error.stack ?? error) });
  }
};
`;

const types = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };
const modules = join(import.meta.dirname, 'node_modules');
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://127.0.0.1').pathname;
  const file = [['/package/', folder], ['/tokenizer/', tokenizer], ['/npm/', modules]].find(([prefix]) => path.startsWith(prefix));
  const send = (type, body) => response.writeHead(200, { 'Content-Type': type }).end(body);
  if (path === '/') send('text/html; charset=utf-8', readFileSync(resolve(page_path)));
  else if (path === '/bench') send('text/html', '<!doctype html><title>bench</title><input type=file id=files>');
  else if (path === '/worker.mjs') send('text/javascript', worker);
  else if (file) send(types[path.split('.').at(-1)] ?? 'text/plain', readFileSync(join(file[1], path.slice(file[0].length))));
  else response.writeHead(404).end();
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}/`;
const scratch = mkdtempSync(join(tmpdir(), 'mailtls-bench-'));

/** Writes a log, and gives its path and its truth. */
function generate(size) {
  const path = join(scratch, `${size}.log`);
  const out = openSync(path, 'w');
  const { status, stderr } = spawnSync(xtask, ['generate-log', String(size), '7'], { stdio: ['ignore', out, 'pipe'], encoding: 'utf8' });
  closeSync(out);
  assert.equal(status, 0, stderr);
  return { path, truth: JSON.parse(stderr.trim().split('\n').at(-1)) };
}

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: option('--chromium', '/usr/bin/chromium'), args });

/** One way over one file, in a worker of its own: the shortest of some runs, since what disturbs only ever adds. */
async function measure(page, way, runs) {
  let best;
  for (let run = 0; run < runs; run += 1) {
    const result = await page.evaluate((way) => new Promise((done) => {
      const worker = new Worker('/worker.mjs', { type: 'module' });
      worker.onmessage = ({ data }) => { worker.terminate(); done(data); };
      worker.onerror = (error) => done({ error: error.message });
      worker.postMessage({ way, file: document.querySelector('#files').files[0] });
    }), way);
    assert.ok(!result.error, `${way}: ${result.error}`);
    if (!best || result.milliseconds < best.milliseconds) best = result;
  }
  return best;
}

for (const size of sizes.length > 0 ? sizes : [64]) {
  const { path, truth } = generate(size);
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(1_800_000);
  await page.goto(`${origin}bench`);
  await (await page.$('#files')).setInputFiles(path);
  // What splits text is measured on sizes that it gets through in a minute.
  const ways = size > 256 ? ['lines', 'mailtls', 'csv-core'] : ['lines', 'mailtls', 'csv-core', 'uDSV', 'Papa Parse'];
  const took = {};
  console.log(`${size} MB in Chromium, each in a worker that reads the file itself:`);
  for (const way of ways) {
    const { found, milliseconds } = await measure(page, way, size > 256 ? 1 : 3);
    took[way] = milliseconds;
    const more = way === 'mailtls' ? `, ${Math.round(found.memory / 2 ** 20)} MiB of memory` : '';
    console.log(`  ${way.padEnd(12)} ${(size / (milliseconds / 1000)).toFixed(0).padStart(6)} MB/s${more}`);
    if (way === 'mailtls') {
      assert.deepEqual([found.sessions, found.rows, found.failures], [truth.sessions, truth.rows, truth.failed], 'the counts are the truth');
      assert.ok(found.memory <= 64 << 20, `${found.memory} bytes of memory`);
    }
  }
  for (const way of ways.filter((way) => way !== 'mailtls')) {
    const wanted = { lines: 0.9, 'csv-core': 1.5 }[way] ?? 6;
    console.log(`  diagnosis / ${way}: ${(took[way] / took.mailtls).toFixed(2)} x (wanted: ${wanted})`);
  }
  await page.context().close();
  await of_the_page(path, truth, size);
  rmSync(path);
}
await browser.close();
server.close();
rmSync(scratch, { recursive: true, force: true });

/** The page as its users have it. */
async function of_the_page(path, truth, size) {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  page.setDefaultTimeout(1_800_000);
  await page.goto(origin);
  await page.waitForSelector('#box');
  await page.evaluate(() => {
    window.bench = { tasks: [] };
    new PerformanceObserver((list) => window.bench.tasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
    const seen = (name, selector) => {
      if (!(name in window.bench) && document.querySelector(selector)) window.bench[name] = performance.now() - window.bench.begin;
    };
    new MutationObserver(() => {
      seen('first', '.progress');
      seen('report', 'section.smtp[data-sessions]');
      seen('given_up', '[data-failure="input"]');
    }).observe(document.documentElement, { childList: true, subtree: true, attributes: true });
    // At the window, or the page would have heard of it before.
    window.addEventListener('change', () => { window.bench.begin = performance.now(); }, { capture: true });
  });
  await (await page.$('#files')).setInputFiles(path);
  await page.waitForSelector('section.smtp[data-sessions]');
  const count = (name) => page.$eval('section.smtp', (card, name) => Number(card.dataset[name]), name);
  assert.deepEqual([await count('rows'), await count('sessions')], [truth.rows, truth.sessions], 'the counts are the truth');
  const { first, report, tasks } = await page.evaluate(() => window.bench);
  const memory = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.mailtlsMemory?.() ?? 0)));
  console.log('  the page:');
  console.log(`    first sign of progress after ${Math.round(first)} ms (wanted: 300), the report after ${Math.round(report)} ms: ${(size / (report / 1000)).toFixed(0)} MB/s`);
  console.log(`    longest task on the page: ${Math.max(0, ...tasks)} ms (wanted: 50; 0: none over 50)`);
  console.log(`    memory of its engines: ${memory.map((bytes) => `${Math.round(bytes / 2 ** 20)} MiB`).join(', ')}`);
  for (const bytes of memory) assert.ok(bytes <= 64 << 20, `${bytes} bytes of memory`);
  await page.reload();
  await page.waitForSelector('#box');
  await (await page.$('#files')).setInputFiles(path);
  await page.waitForSelector('.progress');
  const given_up = await page.evaluate(() => new Promise((done) => {
    const cancel = [...document.querySelectorAll('.progress button')].at(-1);
    const begin = performance.now();
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-failure="input"]')) {
        observer.disconnect();
        done(performance.now() - begin);
      }
    }).observe(document.documentElement, { childList: true, subtree: true });
    cancel.click();
  }));
  console.log(`    given up ${Math.round(given_up)} ms after Cancel (wanted: 100)`);
  await page.context().close();
}
