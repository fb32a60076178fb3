// Protocol logs of any size in the page: what is counted, what is found again, and what it costs.
//
//   node tests/browser/logs.mjs --page PATH --xtask PATH [--chromium PATH] [--megabytes N] [--only TEXT]
//
// The logs come from `cargo xtask generate-log`, whose truth is known to the last session. Nothing is decided by a
// clock: what is asserted is counts, what the page says, and what memory the engine took.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { appendFileSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const [page_path, xtask] = [option('--page'), option('--xtask')];
if (!page_path || !xtask) {
  console.error('usage: node logs.mjs --page PATH --xtask PATH [--chromium PATH] [--megabytes N] [--only TEXT]');
  process.exit(2);
}
const only = option('--only', '');
// A million rows are about 150 MB.
const megabytes = Number(option('--megabytes', '160'));
const folder = mkdtempSync(join(tmpdir(), 'mailtls-logs-'));

/** Writes a log, and gives its path and its truth. */
function generate(name, size, seed) {
  const path = join(folder, name);
  const out = openSync(path, 'w');
  const { status, stderr } = spawnSync(xtask, ['generate-log', String(size), String(seed)], { stdio: ['ignore', out, 'pipe'], encoding: 'utf8' });
  closeSync(out);
  assert.equal(status, 0, stderr);
  return { path, truth: JSON.parse(stderr.trim().split('\n').at(-1)) };
}

const small = generate('SEND20261103-1.LOG', 2, 3);
const other = generate('SEND20261104-1.LOG', 1, 5);
const sum = (one, two) => Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(two)])].map((key) => [key, (one[key] ?? 0) + (two[key] ?? 0)]));
const total = (counts) => Object.values(counts).reduce((all, count) => all + count, 0);

const body = readFileSync(resolve(page_path));
const server = createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}/`;

const tests = [];
const test = (name, run) => tests.push({ name, run });
const choose = async (page, ...paths) => (await page.$('#files')).setInputFiles(paths);
const read = (page) => page.waitForSelector('section.smtp[data-sessions]', { timeout: 240_000 });
const number = (page, name) => page.$eval('section.smtp', (card, name) => Number(card.dataset[name]), name);

/** Searches, and gives how many were found once all was read. */
async function search(page, fields) {
  for (const [name, value] of Object.entries({ unit: 'sessions', peer: '', connector: '', outcome: '', session: '', word: '', time: '', ...fields })) {
    const field = await page.$(`#log-${name}`);
    if (['unit', 'connector', 'outcome'].includes(name)) {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
  await page.click('.explorer button[type=submit]');
  await page.waitForSelector('.found[data-over="yes"]', { timeout: 240_000 });
  return Number(await page.getAttribute('.found', 'data-found'));
}

const session_of = (row) => row.split(',').find((cell) => /^[0-9A-F]{16}$/.test(cell));
const rows_of = (path, session) => readFileSync(path, 'utf8').split('\r\n').filter((row) => row.includes(`,${session},`));

test('every session is counted, and found again by what it came to', async ({ page }) => {
  await choose(page, small.path);
  await read(page);
  const { truth } = small;
  assert.deepEqual([await number(page, 'sessions'), await number(page, 'rows'), await number(page, 'broken')], [truth.sessions, truth.rows, 0]);
  assert.equal(await search(page, {}), truth.sessions);
  assert.equal(await search(page, { outcome: 'failed' }), total(truth.failed));
  assert.equal(await search(page, { outcome: 'clear' }), truth.clear);
  for (const version of ['TLS 1.0', 'TLS 1.1', 'TLS 1.2']) {
    assert.equal(await search(page, { outcome: version }), truth.negotiated[version], version);
  }
  assert.equal(await search(page, { outcome: 'old' }), truth.negotiated['TLS 1.0'] + truth.negotiated['TLS 1.1']);
  assert.equal(await search(page, { unit: 'rows' }), truth.rows);
  assert.equal(await search(page, { unit: 'rows', word: 'NoCredentials' }), truth.failed.NoCredentials);
});

test('any session is shown in full, with the step it stopped at', async ({ page }) => {
  await choose(page, small.path);
  await read(page);
  assert.ok(await search(page, { outcome: 'failed', word: 'SocketError' }) > 0);
  const session = await page.getAttribute('.hits li:nth-child(3) [data-session]', 'data-session');
  await page.click('.hits li:nth-child(3) [data-session]');
  await page.waitForSelector(`[data-session-open="${session}"]`);
  const expected = rows_of(small.path, session);
  assert.equal(await page.$$eval('.session .transcript li[data-step]', (rows) => rows.length), expected.length);
  assert.equal(await page.$$eval('.session .transcript .stopped', (rows) => rows.length), 1);
  assert.equal(await page.getAttribute('.session [data-stage="handshake"]', 'data-passed'), 'stopped');
  assert.equal(await page.getAttribute('.session [data-stage="starttls"]', 'data-passed'), 'yes');
  assert.equal(await page.getAttribute('.session [data-stage="mail"]', 'data-passed'), 'no');
  assert.match(await page.textContent('.session .certificate'), /CN=mail\.contoso\.example[\s\S]*CN=Contoso Issuing CA/);
  const replies = expected.filter((row) => /,<,"?[2-5]\d\d/.test(row)).length;
  assert.equal(await page.$$eval('.session .explained', (codes) => codes.length), replies);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'session-title');
});

test('a finding leads to its session, and the session to its findings', async ({ page }) => {
  await choose(page, small.path);
  await read(page);
  const link = await page.waitForSelector('[data-show-session]');
  const session = await link.getAttribute('data-show-session');
  await link.click();
  await page.waitForSelector(`[data-session-open="${session}"]`, { timeout: 60_000 });
  assert.equal(await page.$$eval('.session .transcript li[data-step]', (rows) => rows.length), rows_of(small.path, session).length);
  await page.click('.session [data-finding]');
  await page.waitForSelector('.line.current');
});

test('peers are listed with what would break, and lead to their sessions', async ({ page }) => {
  await choose(page, small.path);
  await read(page);
  for (const fate of ['break', 'already']) {
    assert.match(await page.getAttribute(`[data-fate="${fate}"]`, 'data-count'), /^\d+$/);
  }
  const row = page.locator('table.peers tbody tr').first();
  const sessions = Number((await row.locator('td.count').first().textContent()).replace(/\D/g, ''));
  await row.locator('th button').click();
  await page.waitForSelector('.found[data-over="yes"]');
  assert.equal(Number(await page.getAttribute('.found', 'data-found')), sessions);
});

test('the bars and the table of times hold the same counts', async ({ page }) => {
  await choose(page, small.path);
  await read(page);
  assert.ok(await page.$('.bars path.part'));
  await page.focus('.chart');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await page.waitForSelector('.over-time .table');
  const sessions = await page.$$eval('.over-time tbody tr td:nth-child(2)', (cells) => cells.reduce((all, cell) => all + Number(cell.textContent.replace(/\D/g, '')), 0));
  assert.equal(sessions, small.truth.sessions);
});

test('archives and folders give what is in them', async ({ page }) => {
  const top = join(folder, 'SmtpSend');
  mkdirSync(top);
  const half = readFileSync(small.path);
  // Cut inside a row: what was one file is two that were rotated.
  const cut = Math.floor(half.length / 2);
  const border = half.indexOf(10, cut) + 1;
  writeFileSync(join(top, 'SEND-1.LOG'), half.subarray(0, border));
  writeFileSync(join(top, 'SEND-2.LOG'), half.subarray(border));
  const packed = join(folder, 'other.log.gz');
  writeFileSync(packed, gzipSync(readFileSync(other.path)));
  const archive = join(folder, 'logs.zip');
  execFileSync('python3', ['-c', 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)\nfor f in sys.argv[2:]: z.write(f, f.split("/")[-1])', archive, join(top, 'SEND-1.LOG'), join(top, 'SEND-2.LOG')]);
  const both = sum({ rows: small.truth.rows, sessions: small.truth.sessions }, { rows: other.truth.rows, sessions: other.truth.sessions });
  await choose(page, archive, packed);
  await read(page);
  assert.deepEqual([await number(page, 'rows'), await number(page, 'sessions')], [both.rows, both.sessions]);
  assert.equal(await page.$$eval('.document', (rows) => rows.length), 3);
  // What is packed is unpacked again for a search and for a session.
  assert.equal(await search(page, { outcome: 'failed' }), total(small.truth.failed) + total(other.truth.failed));
  await page.click('.hits li:nth-child(1) [data-session]');
  await page.waitForSelector('[data-session-open]');
  await page.click('text=Forget');
  await page.waitForSelector('section.smtp', { state: 'detached' });
  await (await page.$('#folder')).setInputFiles(top);
  await read(page);
  assert.deepEqual([await number(page, 'rows'), await number(page, 'sessions')], [small.truth.rows, small.truth.sessions]);
});

test('forty files are read as one', async ({ page }) => {
  const top = join(folder, 'forty');
  mkdirSync(top);
  const rows = readFileSync(small.path, 'utf8').split('\r\n');
  const header = rows.slice(0, 5);
  const size = Math.ceil((rows.length - 5) / 40);
  for (let nth = 0; nth < 40; nth += 1) {
    const part = rows.slice(5 + nth * size, 5 + (nth + 1) * size);
    writeFileSync(join(top, `SEND20261103-${String(nth + 1).padStart(2, '0')}.LOG`), [...header, ...part, ''].join('\r\n'));
  }
  await (await page.$('#folder')).setInputFiles(top);
  await read(page);
  assert.deepEqual([await number(page, 'rows'), await number(page, 'sessions')], [small.truth.rows, small.truth.sessions]);
  assert.equal(await search(page, { outcome: 'clear' }), small.truth.clear);
});

test('several workers read what one reads, byte for byte', async ({ page }) => {
  const large = generate('SEND20261105-1.LOG', 40, 17);
  const packed = join(folder, 'third.log.gz');
  writeFileSync(packed, gzipSync(readFileSync(other.path)));
  const bounce = join(folder, 'bounce.txt');
  writeFileSync(bounce, '421 4.4.2 Connection dropped due to SocketError\r\n');
  // In a part that does not begin the file.
  const broken = readFileSync(large.path);
  broken[broken.length - 5000] = 10;
  writeFileSync(large.path, broken);
  const reports = [];
  for (const processors of [1, 5]) {
    await page.evaluate((value) => Object.defineProperty(navigator, 'hardwareConcurrency', { value, configurable: true }), processors);
    let most = 0;
    page.on('worker', () => { most = Math.max(most, page.workers().length); });
    await choose(page, bounce, small.path, large.path, packed);
    await read(page);
    assert.equal(await page.$$eval('.document', (rows) => rows.length), 4);
    // While they read, the one that is always there and three others; no more than were asked for.
    assert.ok(processors === 1 ? most <= 1 : most === 4, `${most} workers`);
    assert.ok(await number(page, 'broken') > 0);
    await page.click('.verdict [data-act="share"]');
    await page.uncheck('#redact');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('dialog[open] .buttons button:has-text("JSON")')]);
    reports.push(readFileSync(await file.path(), 'utf8'));
    await page.keyboard.press('Escape');
    await page.click('text=Forget');
    await page.waitForSelector('section.smtp', { state: 'detached' });
  }
  assert.ok(reports[0].includes('SEND20261105-1.LOG'));
  assert.ok(reports[0] === reports[1], 'the reports are the same');
  rmSync(large.path);
});

test('a broken row is counted and shown', async ({ page }) => {
  const path = join(folder, 'broken.log');
  writeFileSync(path, readFileSync(small.path));
  appendFileSync(path, 'this is no row\r\nnor is this\r\n');
  await choose(page, path);
  await read(page);
  assert.equal(await number(page, 'broken'), 2);
  assert.ok(await page.$('.broken button'));
});

test(`${megabytes} MB: a million rows, any window of them, and bounded memory`, async ({ page }) => {
  const large = generate('large.log', megabytes, 11);
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
  });
  await choose(page, large.path);
  await read(page);
  assert.deepEqual([await number(page, 'rows'), await number(page, 'sessions')], [large.truth.rows, large.truth.sessions]);
  assert.equal(await search(page, { unit: 'rows' }), large.truth.rows);
  const wanted = Math.floor(large.truth.rows * 0.7);
  await page.fill('#log-jump', String(wanted));
  await page.press('#log-jump', 'Enter');
  await page.waitForSelector(`.hits[start="${wanted}"]`);
  await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 100);
  const shown = await page.$$eval('.hits li', (rows) => rows.map((row) => row.querySelector('.hint').textContent));
  // Behind five lines of header, and in the order of the file.
  assert.match(shown[0], new RegExp(`line ${(wanted + 5).toLocaleString('en-US').replace(/,/g, ',?')}$`));
  assert.equal(await search(page, { outcome: 'TLS 1.0' }), large.truth.negotiated['TLS 1.0']);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  assert.ok(nodes < 20_000, `${nodes} elements`);
  console.log(`      tasks over 50 ms on the page: ${JSON.stringify(await page.evaluate(() => window.tasks))}`);
  const memory = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.mailtlsMemory?.() ?? 0)));
  console.log(`      memory of the engines: ${memory.map((bytes) => `${Math.round(bytes / 2 ** 20)} MiB`).join(', ')}`);
  for (const bytes of memory) {
    assert.ok(bytes > 0 && bytes <= 64 << 20, `${bytes} bytes`);
  }
  rmSync(large.path);
});

test('reading and searching can be stopped, and the input stays', async ({ page }) => {
  const large = generate('cancelled.log', megabytes, 13);
  await page.evaluate(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 5 }));
  await choose(page, large.path);
  await page.click('.progress >> text=Cancel', { timeout: 20_000 });
  await page.waitForSelector('[data-failure="input"]');
  assert.equal(await page.$$eval('.document', (rows) => rows.length), 1);
  assert.equal(await page.$('section.smtp'), null);
  await page.click('text=Forget');
  // The next job is not held up by the one that was given up.
  await choose(page, small.path);
  await read(page);
  assert.equal(await number(page, 'sessions'), small.truth.sessions);
  rmSync(large.path);
});

let [passed, failed] = [0, 0];
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: option('--chromium', '/usr/bin/chromium'), args });
for (const { name, run } of tests.filter(({ name }) => name.includes(only))) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', acceptDownloads: true });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.goto(origin);
    await page.waitForSelector('#box', { timeout: 60_000 });
    await run({ page, context });
    assert.deepEqual(complaints, [], 'the page complained');
    passed += 1;
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n      ${String(error.stack).split('\n').slice(0, 12).join('\n      ')}`);
  }
  await context.close();
}
await browser.close();
server.close();
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
