// The server settings that the page "Host mailtls yourself" prints, in a real nginx on this machine.
//
//   node tests/browser/hosting.mjs SITE
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tally } from './tally.mjs';
import { available, freePort, pause, start } from './webdriver.mjs';

const root = resolve(process.argv[2] ?? 'target/site');
const tally = new Tally();
const printed = (name) => readFileSync(fileURLToPath(new URL(`../../www/embed/hosting/${name}`, import.meta.url)), 'utf8');
const version = readFileSync(join(root, 'index.html'), 'utf8').match(/name="mailtls-version" content="([^"]+)"/)[1];
const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path)) ?? 'nginx';

// In a folder of its own, readable by whoever nginx runs as.
const folder = mkdtempSync(join(tmpdir(), 'mailtls-hosting-'));
const files = join(folder, 'site');
mkdirSync(files);
cpSync(root, files, { recursive: true });
const port = await freePort();
const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n');
const settings = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
${temporary}
  access_log ${folder}/access.log;
${printed('nginx-map.conf')}
  server {
    listen 127.0.0.1:${port};
${printed('nginx.conf').replace('/srv/mailtls/', `${files}/`)}
  }
}
`;
const config = join(folder, 'nginx.conf');
writeFileSync(config, settings);

const check = spawnSync(nginx, ['-t', '-c', config, '-p', folder], { encoding: 'utf8' });
tally.check('nginx takes the printed settings', check.status === 0, check.stderr);
const server = spawn(nginx, ['-c', config, '-p', folder], { stdio: 'ignore' });
const base = `http://127.0.0.1:${port}/mailtls/`;
const end = () => {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};
process.once('exit', end);

await tally.part('served by nginx', async () => {
  for (let turn = 0; turn < 50; turn += 1) {
    if (await fetch(base).then(() => true, () => false)) {
      break;
    }
    await pause(100);
  }
  const expected = {
    'content-security-policy': /^frame-ancestors 'self' /,
    'x-content-type-options': /^nosniff$/,
    'referrer-policy': /^no-referrer$/,
    'access-control-allow-origin': /^\*$/,
    'permissions-policy': /clipboard-write/,
  };
  const kinds = {
    '': ['text/html; charset=utf-8', 'no-cache'],
    'embed.html?lang=es': ['text/html; charset=utf-8', 'no-cache'],
    'mailtls-embed.js': ['text/javascript; charset=utf-8', 'no-cache'],
    [`mailtls-${version}.html`]: ['text/html; charset=utf-8', 'public, max-age=31536000, immutable'],
    [`mailtls-embed-${version}.js`]: ['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    'help/en/index.html': ['text/html; charset=utf-8', 'no-cache'],
    'help/pt-BR/embed.html': ['text/html; charset=utf-8', 'no-cache'],
  };
  for (const [path, [kind, cache]] of Object.entries(kinds)) {
    const response = await fetch(base + path);
    await response.arrayBuffer();
    tally.equal(`${path || 'the folder'} is there`, response.status, 200);
    tally.equal(`${path || 'the folder'} has its type`, response.headers.get('content-type'), kind);
    tally.equal(`${path || 'the folder'} is kept as long as it should`, response.headers.get('cache-control'), cache);
    for (const [name, form] of Object.entries(expected)) {
      tally.check(`${path || 'the folder'} sends ${name}`, form.test(response.headers.get(name) ?? ''), response.headers.get(name));
    }
    tally.check(`${path || 'the folder'} may be framed by those who are named`, response.headers.get('x-frame-options') === null);
  }
});

for (const name of available()) {
  const browser = await start(name);
  await tally.part(`${name}, from nginx`, async () => {
    await browser.go(base);
    await browser.until(() => document.documentElement.dataset.engine === 'ready');
    await browser.until(() => document.querySelector('[data-sample]'));
    await browser.run(() => document.querySelector('[data-sample]').click());
    const verdict = await browser.until(() => document.querySelector('[data-verdict]')?.dataset.verdict);
    tally.check(`${name} reads a sample from the page that nginx serves`, Boolean(verdict));
  });
  await browser.close();
}
tally.end();
