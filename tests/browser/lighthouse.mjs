// What Lighthouse gives the served page, as a phone sees it.
//
//   node tests/browser/lighthouse.mjs SITE
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
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
  // A busy machine makes a fast page slow, never a slow page fast: the best of three is what the page can do.
  let best = { score: 0, lost: [] };
  for (let run = 0; run < 3 && best.score < 100; run += 1) {
    const [now] = await scores('/', ['performance']);
    best = now.score > best.score ? now : best;
    console.log(`/: performance ${now.score}${now.lost.length > 0 ? ` (${now.lost.join(', ')})` : ''}`);
  }
  tally.check(`/: performance is ${best.score} of 100`, best.score === 100, best.lost.join(', '));
} finally {
  await chrome.kill();
  served.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
tally.end();
