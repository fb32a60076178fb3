// What happens when the engine is lost: by a panic, by want of memory, by being killed without a word. The
// worker's text is the one part of the page that may be changed without touching its policy: here it is told
// to fail on a word in the input.
//
//   node tests/browser/crash.mjs SITE [ENGINE…]
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { site } from './servers.mjs';
import { Tally } from './tally.mjs';
import { available, start } from './webdriver.mjs';

const [folder, ...wanted] = process.argv.slice(2);
const tally = new Tally();
const root = resolve(folder ?? 'target/site');

/** Runs in the worker before its own script. */
const trouble = function () {
  self.addEventListener('message', (event) => {
    const parts = Array.isArray(event.data) ? event.data : [];
    const text = parts.filter((part) => part instanceof ArrayBuffer).map((part) => new TextDecoder().decode(part)).join('');
    if (text.includes('TRAP-NOW')) {
      event.stopImmediatePropagation();
      // What a panic comes to in a module that aborts.
      new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
        0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11,
      ])));
    }
    if (text.includes('MEMORY-NOW')) {
      event.stopImmediatePropagation();
      new WebAssembly.Memory({ initial: 1, maximum: 2 }).grow(70000);
    }
    if (text.includes('KILL-NOW')) {
      event.stopImmediatePropagation();
      self.close();
    }
  });
};

async function engine(name) {
  const label = (words) => `${name}: ${words}`;
  const page = readFileSync(resolve(root, 'index.html'), 'utf8');
  const marked = '<script type="text/plain" id="mailtls-worker">';
  const served = await site(root, { '/crash': { body: page.replace(marked, () => `${marked}(${trouble})();\n`) } });
  const browser = await start(name);
  const read = async (text) => {
    await browser.until(() => document.querySelector('textarea'));
    await browser.run((value) => {
      const box = document.querySelector('textarea');
      box.value = value;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    }, text);
  };
  try {
    for (const word of ['TRAP-NOW', 'MEMORY-NOW', 'KILL-NOW']) {
      await tally.part(label(word), async () => {
        await browser.go(served.url('/crash'));
        await browser.until(() => document.documentElement.dataset.engine === 'ready');
        await read(`421 4.4.2 Connection dropped\nmail.canary-4c1d.example 192.0.2.45 ${word}\n`);
        const card = await browser.until(() => {
          const found = document.querySelector('[data-failure="engine"]');
          return found && { text: found.innerText, details: found.querySelector('pre').textContent };
        }, [], 40_000);
        tally.check(label(`${word} shows a card with the stage`), /worker|read bytes|open/.test(card.details), card.details);
        tally.check(label(`${word}: what is shown for others holds no name or address`), !/canary|192\.0\.2\.45/.test(card.details), card.details);
        const kept = await browser.run(() => document.querySelector('textarea').value);
        tally.check(label(`${word}: what was typed is still there`), kept.includes('Connection dropped'));
        await read('421 4.4.2 Connection dropped due to SocketError');
        const verdict = await browser.until(() => {
          const found = document.querySelector('[data-verdict]');
          return found && !document.querySelector('[data-failure]') && found.dataset.verdict;
        });
        tally.check(label(`${word}: the next input is read`), Boolean(verdict));
      });
    }
  } finally {
    await browser.close();
    served.close();
  }
}

const engines = wanted.length > 0 ? wanted : available();
for (const name of engines) {
  await engine(name);
}
console.log(`engines: ${engines.join(', ')}`);
tally.end();
