// Drives the page the way a person does: real clicks, real keys, real files.
//
//   node tests/browser/run.mjs --page PATH [--chromium PATH] [--only TEXT]
//
// Every test runs where the page is used: served from 127.0.0.1, opened from disk, and inside a sandboxed frame
// that may only run scripts. The last line says how many passed and failed; the exit status follows it.

import { createServer } from 'node:http';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const page_path = option('--page');
if (!page_path) {
  console.error('usage: node run.mjs --page PATH [--chromium PATH] [--only TEXT]');
  process.exit(2);
}
const file = resolve(page_path);
const only = option('--only', '');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'mailtls-browser-'));

const KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
const reg = (client, server = [1, 0]) => [
  'Windows Registry Editor Version 5.00', '',
  `[${KEY}\\Client]`, `"Enabled"=dword:0000000${client[0]}`, `"DisabledByDefault"=dword:0000000${client[1]}`, '',
  `[${KEY}\\Server]`, `"Enabled"=dword:0000000${server[0]}`, `"DisabledByDefault"=dword:0000000${server[1]}`, '', '',
].join('\r\n');
const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const put = (name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const BOUNCE = '421 4.4.2 Connection dropped due to SocketError';
const files = {
  off: put('ex01.reg', utf16(reg([0, 1]))),
  on: put('ex02.reg', utf16(reg([1, 0]))),
  third: put('ex03.reg', utf16(reg([1, 0]))),
  jpeg: put('photo.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300', 'hex')),
  empty: put('empty.txt', ''),
  iis: put('u_ex261118.log', '#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n#Fields: date time s-ip cs-method cs-uri-stem sc-status\r\n2026-11-18 09:00:00 192.0.2.10 GET /owa 200\r\n'),
};

// Where the page is used. Each gives the frame the tests act in.
const server = createServer((request, response) => {
  requests.push(request.url);
  const path = request.url.split(/[?#]/)[0];
  const host = '<!doctype html><title>host</title><iframe id="f" sandbox="allow-scripts" width="1200" height="900" src="/embed.html"></iframe>';
  const body = path === '/host.html' ? host : ['/', '/index.html', '/embed.html'].includes(path) ? readFileSync(file) : null;
  response.writeHead(body ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(body ?? '');
});
const requests = [];
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const places = {
  http: async (page, words = '') => { await page.goto(`${origin}/${words}`); return page.mainFrame(); },
  disk: async (page, words = '') => { await page.goto(pathToFileURL(file).href + words); return page.mainFrame(); },
  sandbox: async (page) => {
    await page.goto(`${origin}/host.html`);
    return (await page.waitForSelector('#f')).contentFrame();
  },
};

const tests = [];
const test = (name, run, where = ['http', 'disk', 'sandbox']) => tests.push({ name, run, where });
const verdict = (frame, cause = '') => frame.waitForSelector(`[data-verdict${cause ? `="${cause}"` : ''}]`, { timeout: 15000 });
const choose = async (frame, ...paths) => (await frame.$('#files')).setInputFiles(paths);

test('a pasted error gets a verdict that claims no more than it knows', async ({ frame }) => {
  await frame.fill('#box', BOUNCE);
  const card = await verdict(frame, 'tls-version');
  assert.notEqual(await card.getAttribute('data-certainty'), 'certain');
  assert.ok(await frame.$('[data-considered]'), 'names what else it could be');
  assert.ok(await frame.$('mark[data-line="1"]'), 'marks the line');
});

test('every sample answers at one click', async ({ page, place }) => {
  for (const sample of ['bounce', 'send-log', 'default-server', 'nine-digits']) {
    const frame = await places[place](page);
    await frame.waitForSelector('#box');
    await frame.click(`[data-sample="${sample}"]`);
    await verdict(frame);
  }
});

test('an export that switches TLS 1.2 off is certain, and its fix is the file regedit takes', async ({ page, frame, place }) => {
  await choose(frame, files.off);
  const card = await verdict(frame, 'tls-version');
  assert.equal(await card.getAttribute('data-certainty'), 'certain');
  assert.equal(await frame.$$eval('.fix .diff tbody tr', (rows) => rows.length), 2);
  assert.equal(await frame.$$eval('.fix .diff del', (cells) => cells.length), 2);
  const shown = await frame.textContent('[data-form="reg"]');
  if (place !== 'sandbox') {
    const [download] = await Promise.all([page.waitForEvent('download'), frame.click('[data-download="mailtls-fix.reg"]')]);
    const bytes = readFileSync(await download.path());
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
    const text = bytes.subarray(2).toString('utf16le');
    assert.ok(!/[^\r]\n/.test(text), 'every line ends in CRLF');
    assert.equal(text.replaceAll('\r\n', '\n'), shown, 'the box holds the same text');
  }
  assert.ok(shown.startsWith('Windows Registry Editor Version 5.00'));
});

test('the nine-digit value is named on its line', async ({ frame }) => {
  await frame.click('[data-sample="nine-digits"]');
  await verdict(frame);
  assert.ok(await frame.$('[data-problem="reg-dword-digits"]'));
});

test('bad files get a sentence and lose nothing', async ({ frame }) => {
  await frame.fill('#box', 'something typed before');
  for (const path of [files.jpeg, files.empty, files.iis]) {
    await choose(frame, path);
    await frame.waitForSelector('.document >> nth=1', { timeout: 10000 });
    await verdict(frame);
    assert.equal(await frame.inputValue('#box'), 'something typed before');
    assert.equal(await frame.$('[data-failure]'), null);
  }
});

test('a quoted line shows its place, and keys walk through the evidence', async ({ page, frame, place }) => {
  await choose(frame, files.off);
  await verdict(frame);
  await frame.click('.verdict .quote');
  await frame.waitForSelector('.line.current mark[data-line="4"]');
  if (place !== 'sandbox') {
    await frame.focus('#verdict-title, .verdict .quote');
    await page.keyboard.press('n');
    await frame.waitForSelector('.line.current');
    await page.keyboard.press('?');
    await frame.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await frame.waitForSelector('dialog[open]', { state: 'detached' });
  }
});

test('the keyboard alone leads to a verdict', async ({ page, frame }) => {
  await frame.focus('#box');
  await page.keyboard.insertText(BOUNCE);
  await verdict(frame, 'tls-version');
  await frame.waitForFunction(() => document.querySelector('[role=status]').textContent.length > 20);
});

test('another profile and another language read nothing again', async ({ frame }) => {
  await choose(frame, files.off);
  await verdict(frame);
  await frame.check('#profile-strict');
  await frame.waitForFunction(() => document.querySelectorAll('.fix .diff tbody tr').length > 2);
  const before = await frame.textContent('.verdict .summary');
  await frame.selectOption('#language', 'es');
  await frame.waitForFunction((text) => document.querySelector('.verdict .summary').textContent !== text, before);
  assert.equal(await frame.evaluate(() => document.documentElement.lang), 'es');
  await frame.selectOption('#language', 'pt-BR');
  assert.equal(await frame.evaluate(() => document.documentElement.lang), 'pt-BR');
});

test('the new export says whether it is mended', async ({ frame }) => {
  await choose(frame, files.off);
  await verdict(frame, 'tls-version');
  await frame.click('.verdict >> text=Check again');
  await frame.waitForSelector('.compare.waiting');
  await choose(frame, files.on);
  await frame.waitForSelector('[data-outcome="fixed"]');
});

test('several servers stand side by side', async ({ frame }) => {
  await choose(frame, files.off, files.on, files.third);
  await verdict(frame);
  assert.equal(await frame.$$eval('table.fleet tbody tr', (rows) => rows.length), 3);
  assert.equal(await frame.getAttribute('table.fleet tbody tr', 'data-server'), 'ex01');
  assert.ok(await frame.$('td.differs'));
});

test('what is copied for a ticket names nobody', async ({ frame }) => {
  await frame.fill('#box', `Generating server: EX01.secretcorp.com\nRemote Server at mx.secretcorp.com (10.9.8.7) returned '${BOUNCE}'\njoe@secretcorp.com`);
  await verdict(frame);
  await frame.click('.verdict >> text=Copy for a ticket');
  const text = await frame.textContent('dialog[open]');
  assert.ok(!/secretcorp|10\.9\.8\.7|joe@/i.test(text), text);
});

test('a long paste becomes a document and is read within five seconds', async ({ frame }) => {
  const start = Date.now();
  await frame.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', `${'a line that says nothing of mail\n'.repeat(20000)}421 4.4.2 Connection dropped due to SocketError\n`);
    document.querySelector('#box').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await frame.waitForSelector('.document');
  await verdict(frame);
  const seconds = (Date.now() - start) / 1000;
  assert.ok(seconds < 5, `${seconds} s`);
  assert.equal(await frame.inputValue('#box'), '');
  assert.ok((await frame.$$('.line')).length < 500, 'only the rows in view are drawn');
});

test('files dropped on the page are read', async ({ page, frame, place }) => {
  const bytes = [...readFileSync(files.off)];
  await frame.evaluate(() => {
    window.over = (type, data) => document.querySelector('.page').dispatchEvent(
      new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  if (place === 'sandbox') {
    await frame.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], 'ex01.reg'));
      window.over('dragover', data);
      window.over('drop', data);
    }, bytes);
  } else {
    // The browser's own drag, with a file from disk.
    const client = await page.context().newCDPSession(page);
    const data = { items: [], files: [files.off], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver']) {
      await client.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    await frame.waitForSelector('.dropping');
    await client.send('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 400, data });
  }
  const card = await verdict(frame, 'tls-version');
  assert.equal(await card.getAttribute('data-certainty'), 'certain');
  assert.equal(await frame.$('.dropping'), null);
});

test('a chosen folder gives all files below it', async ({ frame }) => {
  const top = join(folder, 'exports');
  mkdirSync(join(top, 'deeper'), { recursive: true });
  writeFileSync(join(top, 'ex01.reg'), utf16(reg([0, 1])));
  writeFileSync(join(top, 'deeper', 'ex02.reg'), utf16(reg([1, 0])));
  await (await frame.$('#folder')).setInputFiles(top);
  await verdict(frame);
  assert.equal(await frame.$$eval('.document', (rows) => rows.length), 2);
  assert.equal(await frame.$$eval('table.fleet tbody tr', (rows) => rows.length), 2);
});

test('the archive of all changes is one that unzip takes', async ({ page, frame }) => {
  await choose(frame, files.off, files.on, put('ex04.reg', utf16(reg([0, 1], [0, 1]))));
  await verdict(frame);
  const [download] = await Promise.all([page.waitForEvent('download'), frame.click('.fleet button:has-text("zip")')]);
  const archive = put('all.zip', readFileSync(await download.path()));
  execFileSync('unzip', ['-tq', archive]);
  const manifest = execFileSync('unzip', ['-p', archive, 'manifest.csv'], { encoding: 'utf8' });
  for (const line of manifest.trim().split('\r\n').slice(1)) {
    const [sum, name] = line.split(',');
    const bytes = execFileSync('unzip', ['-p', archive, name]);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, name);
  }
  assert.ok(manifest.includes('ex01-fix.reg') && manifest.includes('ex04-undo.reg'), manifest);
}, ['http', 'disk']);

test('a document can be renamed and moved', async ({ frame }) => {
  await choose(frame, files.off, files.on);
  await verdict(frame);
  const names = () => frame.$$eval('.document .name', (cells) => cells.map((cell) => cell.textContent));
  await frame.click('.document:nth-child(2) button >> nth=0');
  await frame.waitForFunction(() => document.querySelector('.document .name').textContent === 'ex02.reg');
  assert.deepEqual(await names(), ['ex02.reg', 'ex01.reg']);
  await frame.click('.document:nth-child(1) button >> nth=0');
  await frame.fill('input.name', 'mx-berlin.reg');
  await frame.press('input.name', 'Enter');
  await frame.waitForFunction(() => document.querySelector('.document .name')?.textContent === 'mx-berlin.reg');
  await frame.waitForSelector('tr[data-server="mx-berlin"]');
});

test('a search finds its lines and walks through them', async ({ frame }) => {
  await choose(frame, files.off);
  await verdict(frame);
  await frame.fill('#search', 'disabledbydefault');
  await frame.waitForFunction(() => document.querySelectorAll('.line.found').length === 2);
  const now = () => frame.textContent('.search [aria-live]');
  const first = await now();
  await frame.press('#search', 'Enter');
  await frame.waitForFunction((before) => document.querySelector('.search [aria-live]').textContent !== before, first);
  await frame.press('#search', 'Escape');
  await frame.waitForFunction(() => document.querySelectorAll('.line.found').length === 0);
});

test('a line that is not read as meant says so where it stands', async ({ frame }) => {
  await frame.click('[data-sample="nine-digits"]');
  await verdict(frame);
  const note = await frame.waitForSelector('.line.has-problem [data-line-problem]');
  assert.ok(await note.$('svg'), 'has its picture');
  assert.ok((await note.textContent()).length > 30, 'has its words');
});

test('rules a year old say so', async ({ page }) => {
  await page.clock.setFixedTime(new Date(Date.now() + 400 * 86400e3));
  const frame = await places.http(page);
  await frame.waitForSelector('[data-stale]');
  await page.clock.setFixedTime(new Date());
  const fresh = await places.http(page);
  await fresh.waitForSelector('#box');
  assert.equal(await fresh.$('[data-stale]'), null);
}, ['http']);

test('no card of the left column is cut off', async ({ page, frame }) => {
  for (const width of [1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await choose(frame, files.off, files.on, files.third);
    await verdict(frame);
    const cut = await frame.$$eval('.input .buttons button', (buttons) => buttons.filter((button) => {
      const [card, box] = [button.closest('.card').getBoundingClientRect(), button.getBoundingClientRect()];
      return box.bottom > card.bottom || box.right > card.right || box.height < 20;
    }).length);
    assert.equal(cut, 0, `${width} px`);
  }
}, ['http']);

test('after its engine is lost the next analysis works', async ({ page, frame }) => {
  await frame.fill('#box', BOUNCE);
  await verdict(frame);
  await page.workers()[0].evaluate(() => { setTimeout(() => { throw new Error('lost'); }); });
  await page.waitForTimeout(300);
  await frame.fill('#box', `${BOUNCE} again`);
  await frame.waitForFunction(() => document.querySelector('.lines')?.textContent.includes('again'));
  await verdict(frame, 'tls-version');
}, ['http', 'disk']);

test('without WebAssembly the page says what blocks it', async () => {
  const browser = await launch(['--js-flags=--jitless']);
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('[data-runbook="en"] [data-reason="wasm"]:visible', { timeout: 5000 });
  } finally {
    await browser.close();
  }
}, ['disk']);

test('a host page is told the height and gets the report it asked for, and no other', async ({ page, frame }) => {
  await page.evaluate(() => {
    window.heard = [];
    addEventListener('message', (event) => window.heard.push(event.data));
    document.querySelector('#f').contentWindow.postMessage({ mailtls: 1, type: 'hello' }, '*');
  });
  await page.waitForFunction(() => window.heard.some((message) => message.type === 'ready'));
  const analyze = (id) => page.evaluate(([text, id]) => {
    const buffer = new TextEncoder().encode(text).buffer;
    document.querySelector('#f').contentWindow.postMessage({ mailtls: 1, type: 'analyze', id, docs: [{ name: 'a.txt', buffer }] }, '*');
  }, [BOUNCE, id]);
  await analyze('asked');
  await page.waitForFunction(() => window.heard.some((message) => message.type === 'result' && message.id === 'asked' && message.report.verdict.cause === 'tls-version'));
  await page.waitForFunction(() => window.heard.some((message) => message.type === 'resize' && message.height > 100));
  // What the user puts in is the user's: the host is told nothing of it, and may no longer put in its own.
  await frame.fill('#box', 'canary 421 4.4.2 SocketError');
  await verdict(frame);
  await analyze('refused');
  await page.waitForFunction(() => window.heard.some((message) => message.type === 'error' && message.id === 'refused' && message.code === 'in-use'));
  assert.ok(!(await page.evaluate(() => JSON.stringify(window.heard))).includes('canary'));
}, ['sandbox']);

for (const theme of ['light', 'dark']) {
  for (const lang of ['en', 'es', 'pt-BR']) {
    test(`no barrier found by axe: ${theme}, ${lang}`, async ({ page }) => {
      const frame = await places.http(page, `#lang=${lang}&theme=${theme}`);
      await frame.waitForSelector('#box');
      await barriers(page, 'empty');
      await choose(frame, files.off, files.on);
      await verdict(frame);
      await barriers(page, 'report');
      for (const button of ['.privacy', '.settings button']) {
        await frame.click(button);
        await frame.waitForSelector('dialog[open]');
        await barriers(page, button);
        await page.keyboard.press('Escape');
      }
      await frame.click('.verdict .buttons button');
      await barriers(page, 'share');
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 320, height: 640 });
      const wide = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${wide} px wider than a page at 400 %`);
      await barriers(page, 'narrow');
    }, ['http']);
  }
}

/** Runs axe by the debugger, which the page's policy does not bind. */
async function barriers(page, view) {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] }).then((result) =>
    result.violations.map((violation) => violation.id + ': ' + violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`);
  assert.deepEqual(found, [], view);
}

function launch(more = []) {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', ...more];
  return chromium.launch({ executablePath: option('--chromium', '/usr/bin/chromium'), args });
}

let [passed, failed] = [0, 0];
const browser = await launch();
for (const { name, run, where } of tests) {
  for (const place of where) {
    const title = `${place}: ${name}`;
    if (!title.includes(only)) {
      continue;
    }
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', acceptDownloads: true });
    const page = await context.newPage();
    const asked = [];
    const complaints = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      const frame = await places[place](page);
      await frame.waitForSelector('#box', { timeout: 10000 });
      await run({ page, frame, place });
      const document_only = (url) => /^(data|blob):/.test(url) || url.startsWith('file:') || /\/(index\.html|embed\.html|host\.html)?([?#].*)?$/.test(url);
      assert.deepEqual(asked.filter((url) => !document_only(url)), [], 'the page asked for something');
      assert.deepEqual(complaints.filter((message) => message !== 'lost'), [], 'the page complained');
      passed += 1;
      console.log(`ok    ${title}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${title}\n      ${String(error.message).split('\n').slice(0, 12).join('\n      ')}`);
    }
    await context.close();
  }
}
await browser.close();
server.close();
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
