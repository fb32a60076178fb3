// Nobody is shut out: axe in every view, theme and language, at 400 % and on paper; the keyboard alone; what is
// announced; and two languages that nobody speaks, which show texts that do not fit and sides that are swapped.
//
//   node tests/browser/accessible.mjs SITE [PART…]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { BOUNCE, fixtures } from './fixtures.mjs';
import { give, verdict } from './scenarios.mjs';
import { site } from './servers.mjs';
import { Tally } from './tally.mjs';
import { KEY, pause, start } from './webdriver.mjs';

const [folder, ...wanted] = process.argv.slice(2);
const root = resolve(folder ?? 'target/site');
const LANGUAGES = ['en', 'es', 'pt-BR'];
/** `en-XA` is longer and accented, `ar-XB` runs from right to left. */
const PSEUDO = ['en-XA', 'ar-XB'];
const THEMES = ['light', 'dark'];
const WIDE = [1280, 900];
/** 1280 px at 400 %. */
const NARROW = [320, 640];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tally = new Tally();
const files = fixtures();
const served = await site(root);
const browser = await start('chromium');

const media = (features, type = '') => browser.debug('Emulation.setEmulatedMedia', {
  media: type, features: Object.entries(features).map(([name, value]) => ({ name, value })),
});
const viewport = ([width, height]) => browser.debug('Emulation.setDeviceMetricsOverride', {
  width, height, deviceScaleFactor: 1, mobile: false,
});

async function open(path) {
  await browser.go('about:blank');
  await browser.go(served.url(path));
}

async function openApp(lang, theme) {
  await open(`/#lang=${lang}&theme=${theme}`);
  await browser.wait('#box');
}

/** Runs axe, and says what it found in this view. */
async function barriers(view) {
  if (!await browser.run(() => Boolean(window.axe))) {
    await browser.run(axe);
  }
  const found = await browser.runAsync(async () => {
    const result = await window.axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    return result.violations.map((violation) => ({
      rule: violation.id,
      nodes: violation.nodes.slice(0, 4).map((node) => `${node.target.join(' ')}  ${node.html.slice(0, 140)}`),
    }));
  });
  tally.check(`axe: ${view}`, found.length === 0, found.map(({ rule, nodes }) => `${rule}\n         ${nodes.join('\n         ')}`).join('\n       '));
}

/** Nothing is wider than the window, and nothing is cut off but what is meant to scroll; on paper nothing scrolls. */
async function fits(view, scrolling = '.scroll-x, .lines, pre') {
  const wide = await browser.run((scrolls) => {
    const page = document.documentElement;
    const culprits = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > page.clientWidth + 1 || box.left < -1)
        && !element.closest(`${scrolls}, .visually-hidden, .skip, dialog:not([open]), svg`);
    });
    return { over: page.scrollWidth - page.clientWidth, culprits: culprits.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)) };
  }, scrolling);
  tally.check(`fits: ${view}`, wide.over <= 0 && wide.culprits.length === 0, JSON.stringify(wide));
}

async function closeDialog() {
  await browser.keys(KEY.escape);
  await browser.gone('dialog[open]');
}

/** Every view of the page, each named and shown. */
async function views(look) {
  await look('empty');
  await browser.fill('#box', BOUNCE);
  await verdict(browser);
  await look('a bounce alone');
  await browser.fill('#box', '');
  await give(browser, files.off, files.on, files.log);
  await browser.until(() => document.querySelector('.smtp') && document.querySelectorAll('table.fleet tbody tr').length > 1);
  await look('all cards');
  for (const [name, button] of [['privacy', '.privacy'], ['help', '.settings button'], ['share', '.verdict [data-act="share"]']]) {
    await browser.press(button);
    await browser.wait('dialog[open]');
    await look(name);
    await closeDialog();
  }
}

async function compared(look) {
  await give(browser, files.off);
  await verdict(browser, 'tls-version');
  await browser.press('.verdict [data-act="recheck"]');
  await browser.wait('.compare.waiting');
  await look('waiting for the new export');
  await give(browser, files.on);
  await browser.wait('[data-outcome]');
  await look('before and after');
}

const PARTS = {
  async axe() {
    for (const lang of [...LANGUAGES, ...PSEUDO]) {
      for (const theme of THEMES) {
        await openApp(lang, theme);
        await views((view) => barriers(`${lang}, ${theme}: ${view}`));
        await viewport(NARROW);
        await barriers(`${lang}, ${theme}: all cards at 400 %`);
        await viewport(WIDE);
        await openApp(lang, theme);
        await compared((view) => barriers(`${lang}, ${theme}: ${view}`));
        await open(`/#lang=${lang}&theme=${theme}&kb=tls12-client-disabled`);
        await browser.wait('dialog[open]');
        await barriers(`${lang}, ${theme}: a rule`);
        await open(`/#lang=${lang}&theme=${theme}&kb=451-5.7.3`);
        await browser.wait('dialog[open]');
        tally.check(`${lang}, ${theme}: the address of a reply code opens what it means`,
          (await browser.run(() => document.querySelector('#panel-title').textContent)).startsWith('451 5.7.3'));
        await barriers(`${lang}, ${theme}: a reply code`);
      }
    }
  },

  async forced() {
    for (const lang of ['en', 'ar-XB']) {
      await media({ 'forced-colors': 'active' });
      await openApp(lang, 'light');
      await views((view) => barriers(`${lang}, forced colours: ${view}`));
      const seen = await browser.run(() => {
        // Without its background a mark is told from the text around it by a line, a button from the page by a border.
        const lined = (element) => element !== null && ['borderBottomWidth', 'outlineWidth', 'textDecorationLine']
          .some((name) => !['0px', 'none', ''].includes(getComputedStyle(element)[name]));
        return { mark: lined(document.querySelector('mark')), button: lined(document.querySelector('button.primary')) };
      });
      tally.check(`${lang}, forced colours: marks and buttons keep a line`, seen.mark && seen.button, JSON.stringify(seen));
      await media({});
    }
  },

  async narrow() {
    await viewport(NARROW);
    for (const lang of [...LANGUAGES, ...PSEUDO]) {
      await openApp(lang, 'light');
      tally.equal(`${lang}: runs its own way`, await browser.run(() => document.documentElement.dir), lang === 'ar-XB' ? 'rtl' : 'ltr');
      await views((view) => fits(`${lang}: ${view} at 320 px`));
      await openApp(lang, 'light');
      await compared((view) => fits(`${lang}: ${view} at 320 px`));
    }
    await viewport(WIDE);
  },

  async pseudo() {
    // A text that is not from the catalogue stands out: it is not accented.
    await openApp('en-XA', 'light');
    await views(async (view) => {
      const plain = await browser.run(() => {
        const shown = (element) => element.getClientRects().length > 0 && !element.closest('pre, code, kbd, .lines, .document, [data-form], select, bdi, .ticket, time, abbr, .sum, .brand, .visually-hidden');
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const words = node.textContent.match(/\p{L}{4,}/gu) ?? [];
          const block = node.parentElement.closest('p, li, td, th, dd, dt, h1, h2, h3, button, label, legend, caption, summary, div, section');
          // What is from the catalogue stands in brackets; a value inside it may be as plain as it is.
          if (words.filter((word) => /^[A-Za-z]+$/.test(word)).length > 2 && shown(node.parentElement) && !/[⟦⟧]/.test(block.textContent)) {
            found.push(node.textContent.slice(0, 80));
          }
        }
        return found.slice(0, 4);
      });
      tally.equal(`en-XA: every text of "${view}" is from the catalogue`, plain, []);
    });
  },

  async print() {
    for (const lang of [...LANGUAGES, ...PSEUDO]) {
      await openApp(lang, 'dark');
      await give(browser, files.off, files.log);
      await browser.wait('.smtp');
      await media({}, 'print');
      await viewport([794, 1123]);
      await fits(`${lang}: on paper`, '.nothing');
      await barriers(`${lang}: on paper`);
      const look = await browser.run(() => {
        const sheet = getComputedStyle(document.body);
        const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) > 600
          || colour === 'rgba(0, 0, 0, 0)';
        return { light: light(sheet.backgroundColor), dark: !light(sheet.color), verdict: document.querySelector('.verdict').getClientRects().length > 0,
          evidence: document.querySelector('.line mark')?.getClientRects().length > 0, controls: document.querySelector('#box').getClientRects().length };
      });
      const right = look.light && look.dark && look.verdict && look.evidence && look.controls === 0;
      tally.check(`${lang}: paper is white, its text dark, and nothing on it waits to be clicked`, right, JSON.stringify(look));
      await media({});
      await viewport(WIDE);
    }
  },

  async keyboard() {
    await openApp('en', 'light');
    await give(browser, files.off, files.on, files.log);
    await browser.wait('.smtp');
    const count = await browser.run(() => {
      const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
      const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter((element) => shown(element) && !element.disabled && element.getAttribute('tabindex') !== '-1')
        // Of a group of radio buttons the arrows reach the others.
        .filter((element) => element.type !== 'radio' || element.checked);
      all.forEach((element, place) => { element.dataset.stop = String(place); });
      document.activeElement?.blur();
      return all.length;
    });
    const visited = new Set();
    const poor = [];
    for (let tabs = 0; tabs < count * 2 + 10 && visited.size < count; tabs += 1) {
      await browser.keys(KEY.tab);
      const at = await browser.run(() => {
        const element = document.activeElement;
        if (!element || element === document.body) {
          return null;
        }
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2), Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 2)];
        const top = document.elementFromPoint(x, y);
        const ring = (one) => (one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) > 0) || one.boxShadow !== 'none';
        return {
          stop: element.dataset.stop ?? null,
          what: element.outerHTML.slice(0, 100),
          ring: ring(style) || (element.parentElement !== null && ring(getComputedStyle(element.parentElement))),
          seen: box.bottom > 0 && box.top < innerHeight && top !== null
            && (element.contains(top) || top.contains(element) || element.labels?.[0]?.contains(top) === true),
        };
      });
      if (at?.stop != null && !visited.has(at.stop)) {
        visited.add(at.stop);
        if (!at.ring || !at.seen) {
          poor.push(at);
        }
      }
    }
    const missed = await browser.run((known) => [...document.querySelectorAll('[data-stop]')]
      .filter((element) => !known.includes(element.dataset.stop)).map((element) => element.outerHTML.slice(0, 120)), [...visited]);
    tally.equal(`the tab key reaches all of ${count} controls`, missed, []);
    tally.equal('the focus is always seen, and nothing lies over it', poor, []);
    // The forms of the change are shown where there is one server.
    await openApp('en', 'light');
    await give(browser, files.off);
    await browser.wait('[role=tab][aria-selected=true]');
    await browser.run(() => document.querySelector('[role=tab][aria-selected=true]').focus());
    for (const form of ['undo', 'powershell', 'reg-add', 'gpo']) {
      await browser.keys(KEY.right);
      await browser.until((name) => document.querySelector('[data-form]')?.dataset.form === name
        && document.activeElement.getAttribute('aria-selected') === 'true', [form]).catch(() => {});
      tally.equal(`the arrow keys reach the form ${form}`, await browser.attribute('[data-form]', 'data-form'), form);
    }
    for (const button of ['.privacy', '.settings button', '.verdict [data-act="share"]']) {
      await browser.run((selector) => document.querySelector(selector).focus(), button);
      await browser.keys(KEY.enter);
      await browser.wait('dialog[open]');
      tally.check(`${button}: the focus goes into the dialog`, await browser.run(() => document.querySelector('dialog[open]').contains(document.activeElement)));
      for (let tabs = 0; tabs < 25; tabs += 1) {
        await browser.keys(KEY.tab);
      }
      tally.check(`${button}: and stays there`, await browser.run(() => document.activeElement === document.body || document.querySelector('dialog[open]').contains(document.activeElement)));
      await closeDialog();
      tally.check(`${button}: and comes back`, await browser.run((selector) => document.activeElement === document.querySelector(selector), button));
    }
  },

  async announced() {
    await openApp('en', 'light');
    await browser.run(() => {
      window.heard = [];
      new MutationObserver(() => {
        for (const region of document.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
          const text = region.textContent.trim();
          if (text && region.lastHeard !== text) {
            region.lastHeard = text;
            window.heard.push(text);
          }
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const heard = async (what, most) => {
      await pause(700);
      const said = await browser.run(() => window.heard.splice(0));
      tally.check(`${what}: said once and no more`, said.length >= 1 && said.length <= most, JSON.stringify(said));
      return said;
    };
    await browser.fill('#box', BOUNCE);
    await verdict(browser);
    const summary = await browser.text('.verdict .summary');
    const said = await heard('the verdict', 1);
    tally.check('the verdict is said in the words of the card', said.some((text) => summary.replaceAll('`', '').includes(text.replaceAll('`', ''))), `${said} / ${summary}`);
    await browser.press('.verdict [data-act="share"]');
    await browser.press('dialog[open] .buttons .primary');
    await heard('the copy', 1);
    await closeDialog();
    await browser.run(() => window.heard.splice(0));
    await browser.press('.verdict .quote');
    await pause(500);
    tally.check('looking at a line says no more than where it is', (await browser.run(() => window.heard.splice(0))).length <= 1);
  },

  async motion() {
    await media({ 'prefers-reduced-motion': 'reduce' });
    await openApp('en', 'light');
    await give(browser, files.off, files.log);
    await browser.wait('.smtp');
    const moving = await browser.run(() => {
      const long = (text) => text.split(',').some((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 1 : 1000) > 1);
      return [...document.querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration)) || style.scrollBehavior === 'smooth';
      }).map((element) => element.outerHTML.slice(0, 100)).slice(0, 4);
    });
    tally.equal('with reduced motion nothing moves longer than a millisecond', moving, []);
    await media({});
  },

  async pages() {
    const pages = ['index', 'bounce-to-restart', 'get-the-files', 'privacy', 'embed', 'host', 'codes/421-4.4.2', 'rules/tls12-client-disabled', 'rules/send-handshake-failed'];
    for (const lang of LANGUAGES) {
      for (const page of pages) {
        for (const theme of THEMES) {
          await media({ 'prefers-color-scheme': theme });
          await open(`/help/${lang}/${page}.html`);
          await barriers(`${lang}, ${theme}: ${page}`);
        }
        await viewport(NARROW);
        await fits(`${lang}: ${page} at 320 px`);
        await viewport(WIDE);
      }
    }
    await media({});
    await open('/help/es/index.html');
    await browser.fill('#search', 'SocketError');
    const shown = () => browser.run(() => [...document.querySelectorAll('main section li')].filter((item) => !item.hidden).length);
    const some = await shown();
    await browser.fill('#search', 'nada de esto existe');
    tally.check('the search of the pages finds, and says when it does not', some > 0 && some < 30 && (await shown()) === 0
      && (await browser.text('#none')).length > 3, String(some));
  },
};

try {
  await viewport(WIDE);
  for (const [name, part] of Object.entries(PARTS).filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
    const began = Date.now();
    await tally.part(name, part);
    console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
} finally {
  await browser.close();
  served.close();
  files.close();
}
tally.end();
