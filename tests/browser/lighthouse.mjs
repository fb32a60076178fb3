// What Lighthouse gives the served page and the knowledge pages.
//
//   node tests/browser/lighthouse.mjs SITE
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { site } from './servers.mjs';
import { Tally } from './tally.mjs';

const root = resolve(process.argv[2] ?? 'target/site');
const chromePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const tally = new Tally();
const served = await site(root);
const folder = mkdtempSync(join(tmpdir(), 'mailtls-lighthouse-'));
const chrome = await launch({
  chromePath,
  userDataDir: folder,
  logLevel: 'silent',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
    '--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage'],
});

/** Its scores, and what cost points. */
async function scores(path, categories) {
  const { lhr } = await lighthouse(served.url(path), { port: chrome.port, onlyCategories: categories, logLevel: 'silent' });
  return Object.values(lhr.categories).map(({ id, score, auditRefs }) => ({
    id,
    score: Math.round(score * 100),
    lost: auditRefs.filter((ref) => ref.weight > 0).map((ref) => lhr.audits[ref.id])
      .filter((audit) => audit.score !== null && audit.score < 1)
      .map((audit) => `${audit.id} ${audit.displayValue ?? ''}`),
  }));
}

try {
  for (const path of ['/', '/help/en/index.html', '/help/es/rules/tls12-client-disabled.html']) {
    for (const { id, score, lost } of await scores(path, ['accessibility', 'best-practices'])) {
      tally.check(`${path}: ${id} is ${score} of 100`, score === 100, lost.join(', '));
      console.log(`${path}: ${id} ${score}`);
    }
  }
  // How fast the page is depends on the machine as well, and on what else it does: that is told, not judged. What the
  // page itself is to blame for is judged: that it moves under the reader, and that it asks for more than itself.
  for (const [device, config] of [['phone', undefined], ['desktop', desktop]]) {
    const { lhr } = await lighthouse(served.url('/'), { port: chrome.port, onlyCategories: ['performance'], logLevel: 'silent' }, config);
    const { audits, categories, environment } = lhr;
    const shift = audits['cumulative-layout-shift'].numericValue;
    tally.check(`${device}: nothing moves while the page starts`, shift <= 0.02, String(shift));
    const asked = audits['network-requests'].details.items.map((item) => item.url).filter((url) => !/^(data|blob):/.test(url));
    tally.check(`${device}: the page is one request`, asked.length === 1, asked.join(', '));
    const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'];
    console.log(`${device}: performance ${Math.round(categories.performance.score * 100)}, `
      + `${times.map((id) => `${id} ${audits[id].displayValue}`).join(', ')} (a machine of ${Math.round(environment.benchmarkIndex)})`);
  }
} finally {
  await chrome.kill();
  served.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
tally.end();
