// What a person does with the page, once for every engine and every place.
//
// A scenario gets `browser`, which stands in the page; `place`, which is `served`, `disk` or `sandbox`; and
// `files`, what can be put in. `except` says where a scenario cannot be played, and why.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BOUNCE } from './fixtures.mjs';
import { KEY } from './webdriver.mjs';

export const SCENARIOS = [];
const scenario = (name, run, except = {}) => SCENARIOS.push({ name, run, except });

/** In a frame that may only run scripts. */
const NO_DOWNLOADS = { sandbox: 'the sandbox forbids downloads' };

/** Waits for the verdict, and gives its cause and certainty. */
export function verdict(browser, cause = null) {
  return browser.until((wanted) => {
    const card = document.querySelector('[data-verdict]');
    return card && (!wanted || card.dataset.verdict === wanted) && { ...card.dataset };
  }, [cause]);
}

/** Puts in files through the button's field. */
export async function give(browser, ...paths) {
  await browser.upload('#files', ...paths);
}

/** What is on the clipboard, by pasting it where a person would. */
async function pasted(browser) {
  await browser.focus('#box');
  await browser.keys('v', [KEY.control]);
  return browser.until(() => document.querySelector('#box').value);
}

scenario('a pasted error gets a verdict that claims no more than it knows', async ({ browser }) => {
  // Typed, cut and pasted: the paste is the browser's own.
  await browser.fill('#box', BOUNCE);
  await verdict(browser, 'tls-version');
  await browser.focus('#box');
  await browser.keys('x', [KEY.control]);
  await browser.gone('[data-verdict]');
  await browser.focus('#box');
  await browser.keys('v', [KEY.control]);
  const { certainty } = await verdict(browser, 'tls-version');
  assert.equal(await browser.run(() => document.querySelector('#box').value), BOUNCE);
  assert.notEqual(certainty, 'certain');
  assert.ok(await browser.count('[data-considered]') > 0, 'names what else it could be');
  const mark = await browser.run(() => {
    const found = document.querySelector('mark[data-line="1"]');
    return found && {
      text: found.textContent, height: found.getBoundingClientRect().height, ground: getComputedStyle(found).backgroundColor,
      beside: getComputedStyle(found.closest('.line')).backgroundColor,
    };
  });
  assert.ok(mark && mark.height > 5 && mark.ground !== mark.beside, `the line is marked: ${JSON.stringify(mark)}`);
});

scenario('every sample answers at one click', async ({ browser, open }) => {
  for (const sample of ['bounce', 'send-log', 'default-server', 'nine-digits']) {
    await open();
    await browser.press(`[data-sample="${sample}"]`);
    await verdict(browser);
  }
  assert.ok(await browser.count('[data-problem="reg-dword-digits"]') > 0, 'the nine digits are named');
  const note = await browser.run(() => {
    const found = document.querySelector('.line.has-problem [data-line-problem]');
    return found && { picture: found.querySelector('svg') !== null, words: found.textContent.length };
  });
  assert.ok(note?.picture && note.words > 30, 'the line says so where it stands, by picture and words');
});

scenario('an export that switches TLS 1.2 off is certain, and its fix is the file regedit takes', async ({ browser, place, files }) => {
  await give(browser, files.off);
  assert.equal((await verdict(browser, 'tls-version')).certainty, 'certain');
  const rows = await browser.run(() => [...document.querySelectorAll('.fix .diff tbody tr')]
    .map((row) => [row.querySelector('code').textContent, row.querySelector('del').textContent, row.querySelector('ins').textContent]).sort());
  assert.deepEqual(rows, [['DisabledByDefault', '1', '0'], ['Enabled', '0', '1']]);
  const shown = await browser.text('[data-form="reg"]');
  assert.ok(shown.startsWith('Windows Registry Editor Version 5.00'), shown);
  if (place === 'sandbox') {
    return;
  }
  for (const name of ['mailtls-fix.reg', 'mailtls-undo.reg']) {
    await browser.press(`[data-download="${name}"]`);
    const bytes = await browser.downloaded(name);
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
    const text = bytes.subarray(2).toString('utf16le');
    assert.ok(!/[^\r]\n/.test(text), 'every line ends in CRLF');
    if (name === 'mailtls-fix.reg') {
      assert.equal(text.replaceAll('\r\n', '\n'), shown, 'the box holds the same text');
    }
  }
});

scenario('what is copied for a ticket names nobody', async ({ browser, place }) => {
  await browser.fill('#box', `Generating server: EX01.secretcorp.com\nRemote Server at mx.secretcorp.com (10.9.8.7) returned '${BOUNCE}'\njoe@secretcorp.com`);
  await verdict(browser);
  await browser.press('.verdict [data-act="share"]');
  const shown = await browser.until(() => document.querySelector('dialog[open] #ticket')?.textContent);
  const all = await browser.text('dialog[open]');
  assert.ok(!/secretcorp|10\.9\.8\.7|joe@/i.test(all), all);
  await browser.press('dialog[open] .buttons .primary');
  const said = await browser.until(() => document.querySelector('[role=status]').textContent);
  assert.ok(said.length > 5);
  await browser.keys(KEY.escape);
  await browser.gone('dialog[open]');
  if (place === 'sandbox' && !said.startsWith('Copied')) {
    // Such a frame may be kept from the clipboard. Then the page says so, and how to copy all the same.
    assert.match(said, /Ctrl\+C/);
    return;
  }
  const copy = await pasted(browser);
  assert.equal(copy.trim(), shown.trim(), 'the clipboard holds what was shown');
});

scenario('the page gives the reports the command line gives, byte for byte', async ({ browser, files, command }) => {
  await give(browser, files.off, files.log);
  await browser.wait('.smtp');
  await browser.press('.verdict [data-act="share"]');
  await browser.press('#redact');
  const names = { HTML: 'mailtls-report.html', Markdown: 'mailtls-report.md', JSON: 'mailtls-report.json', CSV: 'mailtls-findings.csv' };
  for (const [format, name] of Object.entries(names)) {
    await browser.press('dialog[open] .buttons button', format);
    const page = (await browser.downloaded(name)).toString('utf8');
    assert.ok(page.length > 100, name);
    if (command) {
      const native = spawnSync(command, ['diagnose', '--lang', 'en', '--format', format.toLowerCase(), files.off, files.log], { encoding: 'utf8' });
      assert.equal(page, native.stdout, name);
    }
  }
}, NO_DOWNLOADS);

scenario('bad files get a sentence and lose nothing', async ({ browser, files }) => {
  await browser.fill('#box', 'something typed before');
  for (const [number, path] of [files.jpeg, files.empty, files.iis].entries()) {
    await give(browser, path);
    await browser.until((wanted) => document.querySelectorAll('.document').length >= wanted, [number + 2]);
    await verdict(browser);
    assert.equal(await browser.run(() => document.querySelector('#box').value), 'something typed before');
    assert.equal(await browser.count('[data-failure]'), 0);
  }
});

scenario('a quoted line shows its place, and keys walk through the evidence', async ({ browser, files, place }) => {
  await give(browser, files.off);
  await verdict(browser);
  await browser.press('.verdict .quote');
  await browser.wait('.line.current mark[data-line="4"]');
  if (place === 'sandbox') {
    // In a frame the keys belong to the host until the user says otherwise.
    await browser.keys('?');
    assert.equal(await browser.count('dialog[open]'), 0);
    return;
  }
  await browser.keys('n');
  await browser.wait('.line.current mark:not([data-line="4"])');
  await browser.keys('p');
  await browser.wait('.line.current mark[data-line="4"]');
  await browser.keys('?');
  await browser.wait('dialog[open]');
  await browser.keys(KEY.escape);
  await browser.gone('dialog[open]');
});

scenario('the keyboard alone leads from the sample to the fix', async ({ browser }) => {
  const focused = () => browser.run(() => {
    const at = document.activeElement;
    return at && (at.dataset.sample ?? at.dataset.download ?? at.id ?? '');
  });
  const tab_to = async (wanted, limit) => {
    for (let tabs = 0; tabs <= limit; tabs += 1) {
      if (await focused() === wanted) {
        return;
      }
      await browser.keys(KEY.tab);
    }
    assert.fail(`${wanted} is not within ${limit} tabs, but ${await focused()}`);
  };
  await browser.focus('#box');
  await tab_to('nine-digits', 12);
  await browser.keys(KEY.enter);
  await verdict(browser);
  await browser.until(() => document.querySelector('[role=status]').textContent.length > 20);
  await tab_to('mailtls-fix.reg', 60);
});

scenario('another profile and another language read nothing again', async ({ browser, files }) => {
  await give(browser, files.off);
  await verdict(browser);
  await browser.press('label[for="profile-strict"]');
  await browser.until(() => document.querySelectorAll('.fix .diff tbody tr').length > 2);
  await browser.run(() => { document.querySelector('[data-verdict]').dataset.kept = 'yes'; });
  for (const lang of ['es', 'pt-BR']) {
    const before = await browser.text('.verdict .summary');
    await browser.choose('#language', lang);
    await browser.until((text) => document.querySelector('.verdict .summary').textContent !== text, [before]);
    assert.equal(await browser.run(() => document.documentElement.lang), lang);
  }
  assert.equal(await browser.attribute('[data-verdict]', 'data-kept'), 'yes', 'the card was never taken away');
  assert.ok(await browser.run(() => document.querySelector('#profile-strict').checked), 'the profile stays chosen');
});

scenario('the new export says whether it is mended', async ({ browser, files }) => {
  await give(browser, files.off);
  await verdict(browser, 'tls-version');
  await browser.press('.verdict [data-act="recheck"]');
  await browser.wait('.compare.waiting');
  await give(browser, files.on);
  await browser.wait('[data-outcome="fixed"]');
});

scenario('the answer leads to the change, and each finding to what its rule says', async ({ browser, place, files }) => {
  await give(browser, files.off);
  await verdict(browser, 'tls-version');
  await browser.press('.verdict [data-act="change"]');
  await browser.until(() => document.activeElement?.id === 'fix-title');
  if (place === 'served') {
    assert.match(await browser.attribute('.finding .rule-id a', 'href'), /^help\/en\/rules\/[a-z0-9-]+\.html$/);
    return;
  }
  // Where no pages stand beside this one, it says itself what they would.
  const title = await browser.text('.finding h3');
  await browser.press('.finding .rule-id button');
  await browser.wait('dialog[open]');
  assert.equal(await browser.text('#panel-title'), title);
  assert.ok(await browser.count('dialog[open] a[rel~="noreferrer"]') > 0, 'the sources of the rule');
});

scenario('what is the same on several servers is said once', async ({ browser, files }) => {
  await give(browser, files.off, files.both, files.on);
  await browser.until(() => document.querySelectorAll('table.fleet tbody tr').length === 3);
  assert.equal(await browser.count('[data-rule="tls12-client-disabled"].finding'), 1);
  assert.equal(await browser.count('[data-rule="tls12-client-disabled"].finding .quote'), 2);
});

scenario('several servers stand side by side', async ({ browser, files }) => {
  await give(browser, files.off, files.on, files.third);
  await browser.until(() => document.querySelectorAll('table.fleet tbody tr').length === 3);
  assert.equal(await browser.attribute('table.fleet tbody tr', 'data-server'), 'ex01', 'the one to change is first');
  assert.ok(await browser.count('td.differs') > 0);
});

scenario('a long paste becomes a document and is read', async ({ browser }) => {
  // Nobody types that much: it is put where it can be cut, and the paste is the browser's own.
  await browser.run(() => {
    document.querySelector('#box').value = `${'a line that says nothing of mail\n'.repeat(20000)}421 4.4.2 Connection dropped due to SocketError\n`;
  });
  await browser.focus('#box');
  await browser.keys('x', [KEY.control]);
  await browser.until(() => document.querySelector('#box').value === '');
  await browser.keys('v', [KEY.control]);
  await browser.wait('.document');
  await verdict(browser);
  assert.equal(await browser.run(() => document.querySelector('#box').value), '');
  assert.ok(await browser.count('.line') < 500, 'only the rows in view are drawn');
});

scenario('files dropped on the page are read', async ({ browser, place, files }) => {
  if (browser.name === 'chromium' && place !== 'sandbox') {
    // The browser's own drag, with a file from disk; WebDriver has none.
    const data = { items: [], files: [files.off], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver']) {
      await browser.debug('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    await browser.wait('.dropping');
    await browser.debug('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 400, data });
  } else {
    await browser.run((content) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], 'ex01.reg'));
      for (const type of ['dragover', 'drop']) {
        document.querySelector('.page').dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    }, [...readFileSync(files.off)]);
  }
  assert.equal((await verdict(browser, 'tls-version')).certainty, 'certain');
  assert.equal(await browser.count('.dropping'), 0);
});

scenario('a chosen folder gives all files below it', async ({ browser, files }) => {
  await browser.upload('#folder', files.exports);
  await browser.until(() => document.querySelectorAll('table.fleet tbody tr').length === 2);
  assert.equal(await browser.count('.document'), 2);
}, { firefox: 'its driver gives no folders', webkit: 'its driver gives no folders' });

scenario('the archive of all changes is one that unzip takes', async ({ browser, files }) => {
  await give(browser, files.off, files.on, files.both);
  await browser.until(() => document.querySelectorAll('table.fleet tbody tr').length === 3);
  await browser.press('[data-download="mailtls-fixes.zip"]');
  const archive = files.put('all.zip', await browser.downloaded('mailtls-fixes.zip'));
  execFileSync('unzip', ['-tq', archive]);
  const manifest = execFileSync('unzip', ['-p', archive, 'manifest.csv'], { encoding: 'utf8' });
  for (const line of manifest.trim().split('\r\n').slice(1)) {
    const [sum, name, server, remark] = line.split(',');
    if (!name) {
      // A server that needs no file has a line that says why.
      assert.ok(!sum && server && remark, line);
      continue;
    }
    const bytes = execFileSync('unzip', ['-p', archive, name]);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, name);
  }
  assert.ok(manifest.includes('ex01-fix.reg') && manifest.includes('ex04-undo.reg'), manifest);
}, NO_DOWNLOADS);

scenario('a document can be renamed and moved', async ({ browser, files }) => {
  await give(browser, files.off, files.on);
  await browser.until(() => document.querySelectorAll('table.fleet tbody tr').length === 2);
  const names = () => browser.run(() => [...document.querySelectorAll('.document .name')].map((cell) => cell.textContent));
  await browser.press('.document:nth-child(2) button');
  await browser.until(() => document.querySelector('.document .name').textContent === 'ex02.reg');
  assert.deepEqual(await names(), ['ex02.reg', 'ex01.reg']);
  await browser.press('.document:nth-child(1) button');
  await browser.wait('input.name');
  await browser.fill('input.name', 'mx-berlin.reg');
  await browser.keys(KEY.enter);
  await browser.until(() => document.querySelector('.document .name')?.textContent === 'mx-berlin.reg');
  await browser.wait('tr[data-server="mx-berlin"]');
});

scenario('a search finds its lines and walks through them', async ({ browser, files }) => {
  await give(browser, files.off);
  await verdict(browser);
  await browser.wait('#search');
  await browser.fill('#search', 'disabledbydefault');
  await browser.until(() => document.querySelectorAll('.line.found').length === 2);
  const first = await browser.text('.search [aria-live]');
  await browser.keys(KEY.enter);
  await browser.until((before) => document.querySelector('.search [aria-live]').textContent !== before, [first]);
  await browser.keys(KEY.escape);
  await browser.until(() => document.querySelectorAll('.line.found').length === 0);
});
