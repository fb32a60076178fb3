// mailtls in other people's pages: every platform's host page, the element, and the messages between page and
// frame, with hosts that speak first, flood, and try to read what the user put in.
//
//   node tests/browser/embed.mjs SITE [ENGINE…]
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { hosts } from './hosts.mjs';
import { site } from './servers.mjs';
import { Tally } from './tally.mjs';
import { available, pause, start } from './webdriver.mjs';

const [folder, ...wanted] = process.argv.slice(2);
const tally = new Tally();
const root = resolve(folder ?? 'target/site');
const CANARY = 'canary-5d1f.example.net';
const NDR = 'Remote server returned 550 5.7.1 Delivery not authorized, message refused';

const version = readFileSync(resolve(root, 'index.html'), 'utf8').match(/name="mailtls-version" content="([^"]+)"/)[1];
const script = readFileSync(resolve(root, `mailtls-embed-${version}.js`));
const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;

const booted = () => document.documentElement.dataset.engine === 'ready';
const settled = () => document.querySelector('[data-verdict]') && document.querySelector('[data-verdict]').dataset.verdict;

/** Reads the first sample, as a user would. */
async function analyse(browser) {
  // By the document and not by the mouse: frames still grow while they open.
  await browser.until(() => document.querySelector('[data-sample]'));
  await browser.run(() => document.querySelector('[data-sample]').click());
  return browser.until(settled);
}

/** Puts text into the box as a paste does, wherever the focus is. */
async function put(browser, text) {
  await browser.until(() => document.querySelector('textarea'));
  await browser.run((value) => {
    const box = document.querySelector('textarea');
    box.value = value;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, text);
}

async function platforms(browser, name, tools) {
  const all = hosts(tools.url('').replace(/\/$/, ''));
  const page = readFileSync(resolve(root, 'mailtls-offline.html'), 'utf8');
  const pages = {};
  const paths = Object.keys(all);
  paths.forEach((host, index) => {
    const { body, headers, pasted } = all[host];
    const text = pasted ? page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') : body;
    pages[`/${index}`] = { body: text.replaceAll('{{version}}', version).replaceAll('{{integrity}}', integrity), headers };
  });
  const host = await site(root, pages);
  for (const [index, title] of paths.entries()) {
    const { frames = [], outcome = 'works', element, grows, lang, says, shadow, hostile } = all[title];
    const label = (words) => `${name}, ${title}: ${words}`;
    await tally.part(label('opens'), async () => {
      await browser.go(host.url(`/${index}`));
      if (outcome === 'runbook') {
        const text = await browser.until(() => document.documentElement.dataset.engine === 'missing' && document.body.innerText);
        tally.check(label('says what is missing'), text.includes('wasm-unsafe-eval'), text.slice(0, 300));
        return;
      }
      if (outcome === 'nothing') {
        await pause(1000);
        const defined = await browser.run(() => Boolean(customElements.get('mailtls-analyzer')));
        tally.check(label('a script that is not the released one does not run'), !defined);
        return;
      }
      if (outcome === 'link') {
        const card = await browser.until(() => {
          const link = document.querySelector('mailtls-analyzer').shadowRoot.querySelector('a');
          return link && { href: link.href, text: link.parentNode.textContent };
        });
        tally.check(label('a link stands in its place'), /^http.*\.html/.test(card.href), card.href);
        tally.check(label('the reason is named'), card.text.includes(says), card.text);
        return;
      }
      if (shadow) {
        await browser.until(() => document.querySelector('mailtls-analyzer').shadowRoot.querySelector('[data-sample]'));
        const before = await browser.run(() => getComputedStyle(document.querySelector('h1')).cssText || getComputedStyle(document.querySelector('h1')).font);
        const verdict = await browser.runAsync(async () => {
          const element = document.querySelector('mailtls-analyzer');
          const heard = new Promise((done) => element.addEventListener('mailtls-report', (event) => done(event.detail)));
          element.shadowRoot.querySelector('[data-sample]').click();
          const report = await heard;
          return { heard: report.verdict.cause, mirrored: element.dataset.verdict, findings: report.findings.length };
        });
        tally.equal(label('the report reaches the host'), verdict.heard, verdict.mirrored);
        const shown = await browser.until(() => {
          const card = document.querySelector('mailtls-analyzer').shadowRoot.querySelector('[data-verdict]');
          return card && card.dataset.verdict;
        });
        tally.equal(label('the card shows the same'), shown, verdict.heard);
        const after = await browser.run(() => getComputedStyle(document.querySelector('h1')).cssText || getComputedStyle(document.querySelector('h1')).font);
        tally.equal(label('the host looks as before'), after, before);
        const scoped = await browser.run(() => ({
          lang: document.documentElement.lang,
          theme: document.documentElement.dataset.theme ?? null,
          title: document.title,
          sheets: document.adoptedStyleSheets.length,
          box: getComputedStyle(document.querySelector('mailtls-analyzer').shadowRoot.querySelector('textarea')).display,
          size: getComputedStyle(document.querySelector('mailtls-analyzer').shadowRoot.querySelector('textarea')).fontSize,
        }));
        tally.equal(label('the host keeps its title, language and theme'), [scoped.title, scoped.lang, scoped.theme, scoped.sheets], ['Intranet', 'en', null, 0]);
        tally.check(label('the host\'s style stays outside'), scoped.box !== 'none' && (!hostile || scoped.size !== '50px'), JSON.stringify(scoped));
        return;
      }
      if (element) {
        await browser.until(() => document.querySelector('mailtls-analyzer').shadowRoot.querySelector('iframe'));
        if (hostile) {
          const frame = await browser.run(() => {
            const box = document.querySelector('mailtls-analyzer').shadowRoot.querySelector('iframe').getBoundingClientRect();
            return [box.width > 300, box.height > 100];
          });
          tally.equal(label('the host\'s style does not reach the frame'), frame, [true, true]);
        }
        await browser.enter(await browser.run(() => document.querySelector('mailtls-analyzer').shadowRoot.querySelector('iframe')));
      } else {
        for (const selector of frames) {
          await browser.enter(await browser.find(selector));
        }
      }
      if (outcome === 'blocked') {
        await pause(500);
        const runs = await browser.run(booted).catch(() => false);
        tally.check(label('a forbidden frame stays empty'), !runs);
        await browser.leave();
        return;
      }
      await browser.until(booted);
      if (lang) {
        tally.equal(label('speaks the language asked for'), await browser.run(() => document.documentElement.lang), lang);
      }
      const verdict = await analyse(browser);
      tally.check(label('reads a sample'), Boolean(verdict));
      const box = await browser.run(() => document.querySelectorAll('[data-fix="offered"] pre').length + document.querySelectorAll('[data-fix]').length);
      tally.check(label('the fix is there, as text too'), box > 0);
      await browser.leave();
      if (grows) {
        const fits = await browser.until((inShadow) => {
          const frame = (inShadow ? document.querySelector('mailtls-analyzer').shadowRoot : document).querySelector('iframe');
          return frame.getBoundingClientRect().height > 900;
        }, [Boolean(element)]);
        tally.check(label('the frame is as high as its content'), fits);
      }
      if (element) {
        tally.equal(label('the element tells the verdict'), await browser.until(() => document.querySelector('mailtls-analyzer').dataset.verdict), verdict);
      }
    });
    await browser.leave().catch(() => {});
  }
  host.close();
}

/** The messages, spoken by hand. */
async function protocol(browser, name, tools) {
  const label = (words) => `${name}, messages: ${words}`;
  const host = await site(root, {
    '/host': {
      body: `<!doctype html><title>host</title><script>
        var log = []; addEventListener('message', function (event) {
          log.push(event.data);
          if (event.data && event.data.type === 'resize') { event.data.at = performance.now(); }
        });
        function say(message) { message.mailtls = 1; document.querySelector('iframe').contentWindow.postMessage(message, '*'); }
      </script><iframe sandbox="allow-scripts allow-downloads" src="${tools.url('/embed.html')}" width="900" height="700"></iframe>
      <script>for (var n = 0; n < 50; n += 1) { try { say({ type: 'hello' }); say({ type: 'analyze', id: 'early', docs: [] }); } catch (error) {} }</script>`,
    },
  });
  const said = (type) => browser.run((wanted) => log.filter((message) => message && message.type === wanted), type);
  const answer = (id) => browser.until((wanted) => log.find((message) => message && message.id === wanted), [id]);
  await tally.part(label('all'), async () => {
    await browser.go(host.url('/host'));
    await browser.enter(await browser.find('iframe'));
    await browser.until(booted);
    await browser.leave();
    await browser.run(() => { log.length = 0; say({ type: 'hello' }); say({ type: 'hello' }); });
    await browser.until(() => log.filter((message) => message.type === 'ready').length >= 2);
    await pause(200);
    const ready = await said('ready');
    tally.equal(label('one ready for each hello, also after a host that spoke first'), ready.length, 2);
    tally.check(label('ready names version and schema'), ready[0].version === version && ready[0].schema >= 1, JSON.stringify(ready[0]));

    await browser.run(() => { say({ type: 'set-lang', lang: 'pt-BR' }); say({ type: 'set-theme', theme: 'dark' }); say({ type: 'set-theme', theme: 'pink' }); say({ type: 'set', lang: 'xx' }); });
    await browser.enter(await browser.find('iframe'));
    await browser.until(() => document.documentElement.lang === 'pt-BR' && document.documentElement.dataset.theme === 'dark');
    tally.check(label('language and theme follow, unknown ones are ignored'), true);
    await browser.leave();

    await browser.run((text) => say({ type: 'analyze', id: 'one', docs: [{ name: 'bounce.txt', buffer: new TextEncoder().encode(text).buffer }] }), NDR);
    const one = await answer('one');
    tally.equal(label('analyze is answered by result'), one.type, 'result');
    tally.check(label('the result is the whole report'), one.report.verdict.cause === 'policy' && one.report.sources[0].name === 'bounce.txt', JSON.stringify(one).slice(0, 300));

    const bad = {
      nothing: { docs: [] }, missing: {}, odd: { docs: [{ name: 'x' }] }, words: { docs: 'x' }, numbers: { docs: [1, null, undefined] },
    };
    for (const [id, message] of Object.entries(bad)) {
      await browser.run((id_, message_) => say(Object.assign({ type: 'analyze', id: id_ }, message_)), id, message);
      tally.equal(label(`a bad analyze (${id}) is answered by error`), (await answer(id)).type, 'error');
    }

    await browser.run(() => {
      for (let n = 0; n < 20000; n += 1) { say({ type: ['hello', 'nonsense', 'set', 'open', 'analyze', '', null, 7][n % 8], id: n % 3 ? null : {}, docs: {}, lang: {}, view: [] }); }
      document.querySelector('iframe').contentWindow.postMessage('text', '*');
      document.querySelector('iframe').contentWindow.postMessage(null, '*');
      document.querySelector('iframe').contentWindow.postMessage({ mailtls: 2, type: 'hello' }, '*');
    });
    await browser.run((text) => say({ type: 'analyze', id: 'after', docs: [{ name: 'a', buffer: text }] }), NDR);
    tally.equal(label('after a flood it still answers'), (await answer('after')).type, 'result');

    // What the user puts in stays with him.
    await browser.go(host.url('/host'));
    await browser.enter(await browser.find('iframe'));
    await browser.until(booted);
    await put(browser, `421 4.4.2 Connection dropped due to SocketError ${CANARY}`);
    await browser.until(settled);
    const address = await browser.run(() => location.href);
    tally.check(label('no address holds what the user typed'), !address.includes('canary'), address);
    await browser.leave();
    await browser.until(() => log.some((message) => message && message.type === 'report'));
    await browser.run(() => {
      say({ type: 'analyze', id: 'steal', docs: [{ name: 'mine', buffer: new ArrayBuffer(0) }] });
      say({ type: 'analyze', id: 'steal-2', docs: [{ name: 'mine', buffer: new TextEncoder().encode('x').buffer }] });
      say({ type: 'open', view: 'report' });
    });
    tally.equal(label('a host cannot push its documents over the user\'s'), [(await answer('steal')).code, (await answer('steal-2')).code], ['in-use', 'in-use']);
    await pause(800);
    const heard = JSON.stringify(await browser.run(() => log));
    tally.check(label('nothing the user typed reaches the host'), !/canary|SocketError/i.test(heard), heard.slice(0, 600));
    const told = (await said('report'))[0].report;
    tally.check(label('the host hears the verdict'), told.verdict.cause && Array.isArray(told.findings), JSON.stringify(told).slice(0, 300));

    // A host that asks while the user is typing gets an answer about its own documents, or none. Reading these takes
    // long enough to be under way when the user's come, and no longer: they are read again with the user's.
    await browser.go(host.url('/host'));
    await browser.enter(await browser.find('iframe'));
    await browser.until(booted);
    await browser.leave();
    await browser.run(() => say({ type: 'analyze', id: 'slow', docs: [{ name: 'big', buffer: new TextEncoder().encode(`${'x y z '.repeat(20)}\n`.repeat(20000)).buffer }] }));
    await browser.enter(await browser.find('iframe'));
    await put(browser, `dropped ${CANARY}`);
    await browser.until(settled);
    await pause(1500);
    await browser.leave();
    const race = JSON.stringify(await browser.run(() => log));
    tally.check(label('nor does it while a request of the host is under way'), !race.includes('canary'), race.slice(0, 600));

    // The height comes to rest, however often it changes, and is told ten times a second at most.
    await browser.runAsync(async () => {
      log.length = 0;
      for (let turn = 0; turn < 200; turn += 1) {
        say({ type: 'set', density: turn % 2 ? 'compact' : 'normal' });
        await new Promise((done) => setTimeout(done, 10));
      }
    });
    await pause(1500);
    const heights = await said('resize');
    const crowd = (at) => heights.filter((message) => message.at >= at && message.at < at + 1000).length;
    const most = Math.max(0, ...heights.map((message) => crowd(message.at)));
    tally.check(label('heights are told ten times a second at most'), most <= 11, JSON.stringify(heights));
    tally.check(label('heights are whole pixels'), heights.length > 0 && heights.every((message) => Number.isInteger(message.height)), JSON.stringify(heights));
    await browser.enter(await browser.find('iframe'));
    const real = await browser.run(() => document.body.scrollHeight);
    await browser.leave();
    tally.check(label('the last height told is the height there is'), Math.abs(heights.at(-1).height - real) <= 1, `${heights.at(-1).height} instead of ${real}`);
    await pause(500);
    tally.equal(label('and nothing more is told'), (await said('resize')).length, heights.length);
  });
  host.close();
}

/** A copy of mailtls that says which pages may talk to it. */
async function allowed(browser, name, tools) {
  const label = (words) => `${name}, allow-list: ${words}`;
  const page = readFileSync(resolve(root, 'embed.html'), 'utf8');
  const open = '<meta name="mailtls-hosts" content="*">';
  tally.check(label('the page has the line that the help names'), page.includes(open));
  const body = (path) => `<!doctype html><title>host</title><script>
      var log = []; addEventListener('message', function (event) { log.push(event.data); });
      function say(message) { message.mailtls = 1; document.querySelector('iframe').contentWindow.postMessage(message, '*'); }
    </script><iframe sandbox="allow-scripts" src="${tools.url(path)}" width="900" height="700"></iframe>`;
  const host = await site(root, { '/listed': { body: body('/listed.html') }, '/strange': { body: body('/strange.html') } });
  const only = (origins) => ({ body: page.replace(open, `<meta name="mailtls-hosts" content="${origins}">`) });
  tools.pages['/listed.html'] = only(`https://portal.example ${host.url('').replace(/\/$/, '')}`);
  tools.pages['/strange.html'] = only('https://portal.example not-an-origin');
  const ask = async (path) => {
    await browser.go(host.url(path));
    await browser.enter(await browser.find('iframe'));
    await browser.until(booted);
    await put(browser, NDR);
    await browser.until(settled);
    await browser.leave();
    await browser.run(() => { say({ type: 'hello' }); say({ type: 'analyze', id: 'one', docs: [] }); });
    await pause(1000);
    const types = (await browser.run(() => log)).map((message) => message && message.type);
    return [...new Set(types)].sort();
  };
  await tally.part(label('all'), async () => {
    tally.equal(label('a host on it is heard and told'), await ask('/listed'), ['error', 'ready', 'report', 'resize']);
    tally.equal(label('a host that is not on it is neither heard nor told'), await ask('/strange'), []);
  });
  host.close();
}

/** Several elements on a page, taken away and put back, driven by the host. */
async function elements(browser, name, tools) {
  const label = (words) => `${name}, elements: ${words}`;
  const host = await site(root, {
    '/two': {
      body: `<!doctype html><html lang="en"><title>two</title><script src="${tools.url('/mailtls-embed.js')}"></script>
        <script src="${tools.url('/mailtls-embed.js')}"></script>
        <mailtls-analyzer id="one" lang="en"></mailtls-analyzer><mailtls-analyzer id="two" lang="es" compact></mailtls-analyzer>`,
    },
  });
  await tally.part(label('all'), async () => {
    await browser.go(host.url('/two'));
    const reports = await browser.runAsync(async (text) => {
      const heard = [];
      document.addEventListener('mailtls-report', (event) => heard.push([event.target.id, event.detail.verdict.cause]));
      const [one, two] = ['one', 'two'].map((id) => document.getElementById(id));
      const results = await Promise.all([
        one.analyze([{ name: 'a.txt', content: text }]),
        two.analyze([{ name: 'b.txt', content: new Blob([text]) }, { name: 'c.txt', content: new TextEncoder().encode(text) }]),
      ]);
      const empty = await one.analyze([]).then(() => 'answered', (error) => error.code);
      return { heard, sources: results.map((report) => report.sources.map((source) => source.name)), empty, words: results[1].verdict.summary };
    }, NDR);
    tally.equal(label('each answers for its own documents'), reports.sources, [['a.txt'], ['b.txt', 'c.txt']]);
    tally.equal(label('the event says which one'), reports.heard.map(([id]) => id).sort(), ['one', 'two']);
    tally.equal(label('a refusal carries its code'), reports.empty, 'docs-missing');
    const again = await browser.runAsync(async (text) => {
      const one = document.getElementById('one');
      const pending = one.analyze([{ name: 'a.txt', content: text }]).then(() => 'answered', (error) => error.code);
      one.remove();
      const gone = await pending;
      const away = await one.analyze([]).then(() => 'answered', (error) => error.code);
      document.body.prepend(one);
      const report = await one.analyze([{ name: 'd.txt', content: text }]);
      return [gone, away, report.sources[0].name];
    }, NDR);
    tally.equal(label('one that left says so, and comes back'), again, ['gone', 'gone', 'd.txt']);
    await browser.run(() => { document.getElementById('two').setAttribute('lang', 'pt-BR'); });
    await browser.enter(await browser.run(() => document.getElementById('two').shadowRoot.querySelector('iframe')));
    await browser.until(() => document.documentElement.lang === 'pt-BR');
    tally.check(label('an attribute that changes reaches the frame'), true);
    await browser.leave();
    const globals = await browser.run(() => Object.keys(window).filter((key) => /mailtls|wasm/i.test(key)));
    tally.equal(label('the page gets no global'), globals, []);
  });
  host.close();
}

const engines = wanted.length > 0 ? wanted : available();
for (const name of engines) {
  const tools = await site(root);
  const browser = await start(name);
  try {
    await platforms(browser, name, tools);
    await protocol(browser, name, tools);
    await allowed(browser, name, tools);
    await elements(browser, name, tools);
  } finally {
    await browser.close();
    tools.close();
  }
}
console.log(`engines: ${engines.join(', ')}`);
tally.end();
