// Drives the page the way a person does, in three engines: real clicks, real keys, real files.
//
//   node tests/browser/run.mjs --page PATH [--engines NAMES] [--mailtls COMMAND] [--place NAME] [--only TEXT]
//
// Every scenario is played where the page is used: served from 127.0.0.1, opened from disk, and inside a frame
// that may only run scripts. With the built command its reports are compared with the page's. GECKODRIVER names the driver of Firefox where it is not on the path.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fixtures } from './fixtures.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { Tally } from './tally.mjs';
import { available, start } from './webdriver.mjs';

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const asked = { page: option('--page'), engines: option('--engines')?.split(','), place: option('--place'), only: option('--only') ?? '' };
if (!asked.page) {
  console.error('usage: node run.mjs --page PATH [--engines NAMES] [--mailtls COMMAND] [--place NAME] [--only TEXT]');
  process.exit(2);
}
const file = resolve(asked.page);
const files = fixtures();
const control = files.put('control.html', '<!doctype html><meta charset="utf-8"><title>control</title><p>control');
const tally = new Tally();

const HOST = '<!doctype html><meta charset="utf-8"><title>host</title><style>body { margin: 0 }</style>'
  + '<iframe id="f" title="mailtls" sandbox="allow-scripts" width="1200" height="860" src="/embed.html#lang=en"></iframe>';
const seen = [];
const server = createServer((request, response) => {
  const path = request.url.split(/[?#]/)[0];
  const body = { '/': () => readFileSync(file), '/embed.html': () => readFileSync(file), '/host.html': () => HOST,
    '/control.html': () => readFileSync(control), '/beside.txt': () => 'beside' }[path];
  // Browsers ask for this by themselves.
  if (path !== '/favicon.ico') {
    seen.push(path);
  }
  response.writeHead(body ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(body ? body() : '');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

/** Where the page is used: its address, and the way from there into it. */
const PLACES = {
  served: { address: `${origin}/#lang=en`, expected: ['/'] },
  disk: { address: `${pathToFileURL(file).href}#lang=en`, expected: [] },
  sandbox: { address: `${origin}/host.html`, expected: ['/embed.html', '/host.html'], frame: '#f' },
};

/** Opens the page anew. Another address comes between: one that differs in nothing but its hash loads nothing. */
async function open(browser, place) {
  await browser.leave();
  await browser.go('about:blank');
  await requests(browser, place);
  await browser.go(PLACES[place].address);
  if (PLACES[place].frame) {
    await browser.enter(await browser.wait(PLACES[place].frame));
  }
  // The box can be read before the program is there, and typed into only afterwards.
  await browser.until(() => document.documentElement.dataset.engine === 'ready');
  await browser.wait('#box');
  await browser.run(() => {
    window.complaints = [];
    const complain = (event) => window.complaints.push(event.message ?? event.violatedDirective ?? String(event.reason));
    for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
      window.addEventListener(type, complain);
    }
  });
}

/** Whatever was asked for but the page itself: by the server, by the page, and where it is told by the browser. */
async function requests(browser, place) {
  const asked = seen.splice(0).filter((path) => !PLACES[place].expected.includes(path));
  asked.push(...await browser.run(() => performance.getEntriesByType('resource').map((entry) => entry.name)
    .filter((name) => !/^(blob|data):/.test(name))));
  if (browser.name === 'chromium') {
    const told = (await browser.log('performance')).map((entry) => JSON.parse(entry.message).message)
      .filter((message) => message.method === 'Network.requestWillBeSent').map((message) => message.params.request.url);
    const own = (url) => /^(blob|data|about):/.test(url) || url.split('#')[0] === PLACES[place].address.split('#')[0]
      || PLACES[place].expected.some((path) => url.split('#')[0] === origin + path);
    asked.push(...told.filter((url) => !own(url)));
  }
  return asked;
}

/** What a page from disk may do here is what it may do at home: it cannot read the file beside it. */
async function controlled(browser) {
  const fetched = (address) => fetch(address).then(() => 'read', () => 'refused');
  await browser.go(pathToFileURL(control).href);
  tally.equal(`${browser.name}: a page from disk cannot read the file beside it`,
    await browser.runAsync(fetched, pathToFileURL(files.empty).href), 'refused');
  await browser.go(`${origin}/control.html`);
  tally.equal(`${browser.name}: the same page, served, can`, await browser.runAsync(fetched, `${origin}/beside.txt`), 'read');
}

async function play(name) {
  const browser = await start(name);
  const began = Date.now();
  try {
    await browser.resize(1280, 900);
    await controlled(browser);
    for (const place of Object.keys(PLACES).filter((word) => !asked.place || word === asked.place)) {
      for (const { name: title, run, except } of SCENARIOS) {
        if (except[name] || except[place] || !title.includes(asked.only)) {
          continue;
        }
        await tally.part(`${name}, ${place}: ${title}`, async () => {
          await open(browser, place);
          await run({ browser, place, files, command: option('--mailtls'), open: () => open(browser, place) });
          assert.deepEqual(await requests(browser, place), [], 'the page asked for something');
          assert.deepEqual(await browser.run(() => window.complaints), [], 'the page complained');
          tally.check(title, true);
        });
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}

const engines = asked.engines ?? available();
for (const name of engines) {
  await play(name);
}
server.close();
files.close();
console.log(`engines: ${engines.join(', ')}`);
tally.end();
