// The core of the page in Firefox: served, and opened from disk under the policy Firefox really has there.
//
//   node tests/browser/firefox.mjs --page PATH
//
// GECKODRIVER names the driver where it is not on the path.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { site } from './servers.mjs';
import { Tally } from './tally.mjs';
import { start } from './webdriver.mjs';

const page = process.argv[process.argv.indexOf('--page') + 1];
const BOUNCE = '421 4.4.2 Connection dropped due to SocketError';
const KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';
const EXPORT = `Windows Registry Editor Version 5.00\r\n\r\n[${KEY}]\r\n"Enabled"=dword:00000000\r\n"DisabledByDefault"=dword:00000001\r\n\r\n`;

const tally = new Tally();
const folder = mkdtempSync(join(tmpdir(), 'mailtls-firefox-'));
copyFileSync(page, join(folder, 'index.html'));
const reg = join(folder, 'ex01.reg');
writeFileSync(reg, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(EXPORT, 'utf16le')]));
writeFileSync(join(folder, 'control.html'), '<!doctype html><meta charset="utf-8"><title>control</title><p>control');
const served = await site(folder);
const firefox = await start('firefox');

const choose = (id, value) => firefox.run((element, word) => {
  const select = document.getElementById(element);
  select.value = word;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}, id, value);
const verdict = (cause) => firefox.until((wanted) => {
  const card = document.querySelector('[data-verdict]');
  return card && (!wanted || card.dataset.verdict === wanted) ? card.dataset.certainty : null;
}, [cause]);
const ready = () => firefox.until(() => document.getElementById('box') !== null);

try {
  // If this could read its neighbour, nothing that holds here would hold in a user's Firefox.
  await tally.part('control', async () => {
    const fetched = () => fetch('index.html').then(() => 'read', () => 'refused');
    await firefox.go(pathToFileURL(join(folder, 'control.html')).href);
    tally.equal('a page from disk cannot read the file beside it', await firefox.runAsync(fetched), 'refused');
    await firefox.go(served.url('/control.html'));
    tally.equal('the same page, served, can', await firefox.runAsync(fetched), 'read');
  });
  for (const [place, address] of [['served', served.url('/')], ['from disk', pathToFileURL(join(folder, 'index.html')).href]]) {
    await tally.part(place, async () => {
      served.seen.length = 0;
      await firefox.go(address);
      await ready();
      await firefox.type(await firefox.find('#box'), BOUNCE);
      tally.check(`${place}: a pasted error gets a verdict that is not certain`, (await verdict('tls-version')) !== 'certain');
      tally.check(`${place}: the line is marked`, await firefox.run(() => document.querySelector('mark[data-line="1"]') !== null));

      for (const sample of ['bounce', 'send-log', 'default-server', 'nine-digits']) {
        await firefox.go('about:blank');
        await firefox.go(address);
        await ready();
        await firefox.click(await firefox.find(`[data-sample="${sample}"]`));
        tally.check(`${place}: the sample ${sample} answers`, await verdict());
      }

      await firefox.go('about:blank');
      await firefox.go(address);
      await ready();
      await firefox.type(await firefox.find('#files'), reg);
      tally.equal(`${place}: an export that switches TLS 1.2 off is certain`, await verdict('tls-version'), 'certain');
      const fix = await firefox.until(() => document.querySelector('[data-form="reg"]')?.textContent);
      tally.check(`${place}: the change is a file for regedit`, fix.startsWith('Windows Registry Editor Version 5.00') && fix.includes(KEY), fix);

      const english = await firefox.run(() => document.querySelector('.verdict .summary').textContent);
      for (const language of ['es', 'pt-BR']) {
        await choose('language', language);
        await firefox.until((text) => document.querySelector('.verdict .summary').textContent !== text, [english]);
        tally.equal(`${place}: speaks ${language}`, await firefox.run(() => document.documentElement.lang), language);
      }
      const asked = await firefox.run(() => performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !/^(blob|data):/.test(name)));
      tally.equal(`${place}: the page asks for nothing`, asked, []);
      const strangers = served.seen.filter((path) => !['/', '/favicon.ico'].includes(path));
      tally.equal(`${place}: the server was asked for the page alone`, strangers, []);
    });
  }
} finally {
  await firefox.close();
  served.close();
  rmSync(folder, { recursive: true, force: true });
}
tally.end();
