// Nothing gets out: every way out of a page is tried, in the page, from disk, in its worker, in a frame and in
// the element, in every engine that is installed; what counts is what arrives at the trap.
//
//   node tests/browser/privacy.mjs SITE [ENGINE…]
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { site, trap } from './servers.mjs';
import { Tally } from './tally.mjs';
import { available, pause, start } from './webdriver.mjs';

const [folder, ...wanted] = process.argv.slice(2);
const tally = new Tally();
const root = resolve(folder ?? 'target/site');

/**
 * Tries everything a script in a document can try and gives the names of what was tried. At once, without
 * waiting: a driver whose document goes away under a waiting script may run it again in another one.
 */
const attempts = function (port, everything) {
  const tried = [];
  // Each way has a host of its own, so that a connection that says nothing still tells who made it.
  const address = (name) => `http://127.0.1.${tried.length}:${port}/${name}?canary-7f3a`;
  const attempt = (name, body) => {
    tried.push(name);
    try {
      const promise = body(address(name));
      if (promise && promise.catch) {
        promise.catch(() => {});
      }
    } catch {
      // Refused at once.
    }
  };
  const add = (tag, attributes, place = document.body) => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    place.appendChild(element);
    return element;
  };
  attempt('fetch', (url) => fetch(url));
  attempt('fetch-no-cors', (url) => fetch(url, { method: 'POST', mode: 'no-cors', body: 'canary' }));
  attempt('fetch-keepalive', (url) => fetch(url, { method: 'POST', mode: 'no-cors', keepalive: true, body: 'canary' }));
  attempt('xhr', (url) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.send('canary');
  });
  attempt('beacon', (url) => navigator.sendBeacon(url, 'canary'));
  attempt('websocket', (url) => new WebSocket(url.replace('http', 'ws')));
  attempt('eventsource', (url) => new EventSource(url));
  attempt('webtransport', (url) => new WebTransport(url.replace('http:', 'https:')).ready);
  attempt('image', (url) => add('img', { src: url }));
  attempt('image-apart', (url) => { new Image().src = url; });
  attempt('image-set', (url) => add('img', { srcset: `${url} 2x` }));
  attempt('picture', (url) => add('source', { srcset: url }, add('picture', {})));
  attempt('svg-image', (url) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', url);
    svg.append(image);
    document.body.append(svg);
  });
  attempt('css-url', (url) => { add('div', {}).style.backgroundImage = `url(${url})`; });
  attempt('css-attribute', (url) => add('p', { style: `background:url(${url})` }));
  attempt('css-element', (url) => { add('style', {}).textContent = `@import url(${url}); body{background:url(${url})}`; });
  attempt('css-sheet', (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body::after{content:url(${url})}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  attempt('font', (url) => new FontFace('canary', `url(${url})`).load());
  for (const relation of ['stylesheet', 'icon', 'manifest', 'prefetch', 'preload', 'modulepreload', 'prerender']) {
    attempt(`link-${relation}`, (url) => add('link', { rel: relation, href: url, as: 'image' }, document.head));
  }
  attempt('speculation', (url) => {
    add('script', { type: 'speculationrules' }).textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] });
  });
  attempt('script', (url) => add('script', { src: url }));
  attempt('script-inline', (url) => { add('script', {}).textContent = `new Image().src=${JSON.stringify(url)}`; });
  attempt('handler', (url) => add('img', { src: 'data:,', onerror: `fetch(${JSON.stringify(url)})` }));
  attempt('eval', (url) => (0, eval)(`fetch(${JSON.stringify(url)})`));
  attempt('function', (url) => new Function(`fetch(${JSON.stringify(url)})`)());
  attempt('import', (url) => import(url));
  attempt('frame', (url) => add('iframe', { src: url }));
  attempt('frame-text', (url) => add('iframe', { srcdoc: `<img src="${url}">` }));
  attempt('frame-data', (url) => add('iframe', { src: `data:text/html,<img src="${url}">` }));
  attempt('object', (url) => add('object', { data: url }));
  attempt('embed', (url) => add('embed', { src: url }));
  attempt('audio', (url) => add('audio', { src: url, preload: 'auto' }));
  attempt('video', (url) => add('video', { src: url, poster: url, preload: 'auto' }));
  attempt('track', (url) => add('track', { src: url, default: '' }, add('video', { src: 'data:video/mp4,' })));
  attempt('worker', (url) => new Worker(url));
  attempt('shared-worker', (url) => new SharedWorker(url));
  attempt('service-worker', (url) => navigator.serviceWorker.register(url));
  attempt('form-get', (url) => add('form', { action: url, method: 'get', target: 'elsewhere' }).submit());
  attempt('form-post', (url) => {
    const form = add('form', { action: url, method: 'post' });
    add('input', { name: 'canary', value: 'canary' }, form);
    form.submit();
  });
  attempt('base', (url) => {
    const base = add('base', { href: `${url}/` }, document.head);
    new Image().src = 'relative';
    base.remove();
  });
  attempt('html', (url) => document.body.insertAdjacentHTML('beforeend', `<img src="${url}"><svg><use href="${url}#a"/></svg>`));
  attempt('same-realm', (url) => {
    // A frame without an address inherits the policy; its functions are untouched by anything the page did.
    const frame = add('iframe', {});
    return frame.contentWindow.fetch(url);
  });
  if (everything) {
    // These carry nothing but the name of a host, and no policy covers them.
    attempt('link-preconnect', (url) => add('link', { rel: 'preconnect', href: url }, document.head));
    attempt('rtc', (url) => {
      const { host } = new URL(url);
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
      peer.createDataChannel('canary');
      return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    });
    attempt('window-open', (url) => window.open(url));
    attempt('window-open-quiet', (url) => window.open(url, '_blank', 'noopener'));
    attempt('ping', (url) => {
      const link = add('a', { href: '#canary', ping: url });
      link.click();
    });
    attempt('link-click', (url) => add('a', { href: url }).click());
    attempt('link-blank', (url) => add('a', { href: url, target: '_blank', rel: 'noopener' }).click());
    attempt('refresh', (url) => add('meta', { 'http-equiv': 'refresh', content: `0;url=${url}` }, document.head));
    attempt('location', (url) => { location.href = url; });
    attempt('location-assign', (url) => location.assign(url));
    attempt('location-replace', (url) => location.replace(url));
    attempt('top', (url) => { window.top.location = url; });
  }
  return tried;
};

/** The same in a worker of the sort the page starts: from a blob, with the page's policy. */
const inWorker = async function (port) {
  const work = function (base) {
    const tried = [];
    const attempt = (name, body) => {
      tried.push(name);
      try {
        const promise = body(`${base}/worker-${name}?canary-7f3a`);
        if (promise && promise.catch) {
          promise.catch(() => {});
        }
      } catch {
        // Refused at once.
      }
    };
    attempt('fetch', (url) => fetch(url));
    attempt('fetch-no-cors', (url) => fetch(url, { method: 'POST', mode: 'no-cors', body: 'canary' }));
    attempt('xhr', (url) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.send('canary');
    });
    attempt('websocket', (url) => new WebSocket(url.replace('http', 'ws')));
    attempt('eventsource', (url) => new EventSource(url));
    attempt('import-scripts', (url) => importScripts(url));
    attempt('import', (url) => import(url));
    attempt('worker', (url) => new Worker(url));
    attempt('eval', (url) => (0, eval)(`fetch(${JSON.stringify(url)})`));
    attempt('webtransport', (url) => new WebTransport(url.replace('http:', 'https:')).ready);
    attempt('font', (url) => new FontFace('canary', `url(${url})`).load());
    setTimeout(() => postMessage(tried), 1000);
  };
  const url = URL.createObjectURL(new Blob([`(${work})('http://127.0.0.1:${port}')`], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const tried = await new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'));
  });
  worker.terminate();
  return tried;
};

const booted = () => document.documentElement.dataset.engine === 'ready';

async function engine(name) {
  // One of its own for the control page, whose connections may be tried again for a while.
  const control = await trap();
  const caught = await trap();
  const served = await site(root, {
    '/host-frame': { headers: { 'content-security-policy': "frame-src 'self'" }, body: '<!doctype html><title>host</title><iframe id="frame" sandbox="allow-scripts allow-downloads" src="/embed.html?embed=1" width="900" height="700"></iframe>' },
    '/host-element': { headers: { 'content-security-policy': "frame-src 'self'" }, body: '<!doctype html><title>host</title><script src="/mailtls-embed.js"></script><mailtls-analyzer></mailtls-analyzer>' },
    '/untyped': { body: readFileSync(resolve(root, 'index.html'), 'utf8').replace(/; trusted-types mailtls; require-trusted-types-for 'script'/, '') },
    '/open': { body: '<!doctype html><title>open</title>' },
  });
  const browser = await start(name);
  const label = (words) => `${name}: ${words}`;
  /** What arrived, by the name of the way; in brackets a connection over which nothing was said. */
  const settle = async (tried = []) => {
    await pause(1500);
    const names = caught.take().map((hit) => {
      const way = hit.text.match(/\/([\w-]+)\?canary/)?.[1] ?? tried[hit.host - 1] ?? `${hit.sort} ${hit.host}`;
      return hit.text || hit.sort === 'udp' ? way : `(${way})`;
    });
    return [...new Set(names)].sort();
  };
  // Engines connect ahead of some requests before they ask the policy, and say nothing once it forbids them.
  const said = (hits) => hits.filter((way) => !/^\((frame|form-get|link-preconnect|location.*|link-click|top)\)$/.test(way));
  try {
    // Without a policy everything arrives; otherwise an empty trap would prove nothing.
    await tally.part(label('the control page'), async () => {
      await browser.go(served.url('/open'));
      await browser.run(attempts, control.port, false);
      const ways = ['fetch', 'xhr', 'beacon', 'websocket', 'image', 'css-url', 'script', 'frame', 'form-post', 'link-stylesheet'];
      const hits = [];
      // A loaded machine takes its time: waited for is what must come, not a number of seconds.
      for (let turn = 0; turn < 16 && !ways.every((way) => hits.some((hit) => hit.text.includes(`/${way}?`))); turn += 1) {
        await pause(500);
        hits.push(...control.take());
      }
      for (const way of ways) {
        const arrived = hits.some((hit) => hit.text.includes(`/${way}?`));
        tally.check(label(`the trap catches ${way} from a page without a policy`), arrived);
      }
    });

    const places = {
      'the page': () => browser.go(served.url('/')),
      'the page without trusted types': () => browser.go(served.url('/untyped')),
      'the page from disk': () => browser.go(pathToFileURL(resolve(root, 'mailtls-offline.html')).href),
      'a sandboxed frame': async () => {
        await browser.go(served.url('/host-frame'));
        await browser.enter(await browser.find('#frame'));
      },
      'the element': async () => {
        await browser.go(served.url('/host-element'));
        await browser.enter(await browser.until(() => document.querySelector('mailtls-analyzer').shadowRoot.querySelector('iframe')));
      },
    };
    await tally.part(label('what the page says of itself'), async () => {
      const file = createHash('sha256').update(readFileSync(resolve(root, 'index.html'))).digest('hex');
      for (const place of ['the page', 'the page from disk']) {
        await places[place]();
        await browser.until(booted);
        await browser.until(() => document.querySelector('button.privacy'));
        await browser.run(() => document.querySelector('button.privacy').click());
        const shown = await browser.until(() => {
          const sum = document.querySelector('[data-sum]');
          return sum && { sum: sum.dataset.sum, text: sum.innerText, policy: document.querySelector('ul.policy').innerText };
        });
        tally.equal(label(`${place} knows the checksum of its file`), shown.sum, file);
        tally.check(label(`${place} shows it`), shown.text.includes(file), shown.text);
        const policy = await browser.run(() => document.querySelector('meta[http-equiv]').content);
        const parts = policy.split(';').map((part) => part.trim());
        tally.check(label(`${place} shows the policy in force`), parts.every((part) => shown.policy.includes(part)), shown.policy);
      }
    });
    for (const [place, open] of Object.entries(places)) {
      await tally.part(label(place), async () => {
        await open();
        await browser.until(booted);
        tally.equal(label(`${place} opens without a connection`), await settle(), []);
        // Where the engine knows trusted types, no script but the page's own can start a worker at all.
        const worked = await browser.runAsync(inWorker, caught.port).catch(() => []);
        const started = worked.length > 0;
        const can = place.includes('without trusted types') || !(await browser.run(() => 'trustedTypes' in window));
        tally.equal(label(`a foreign worker starts in ${place}`), started, can);
        tally.equal(label(`nothing leaves a worker of ${place} (${worked.length} ways)`), await settle(), []);
        const tried = await browser.run(attempts, caught.port, false);
        tally.equal(label(`nothing leaves ${place} (${tried.length} ways)`), said(await settle(tried)), []);
      });
      await tally.part(label(`${place}, ways out a policy cannot close`), async () => {
        await open();
        await browser.until(booted);
        const guarded = await browser.run(() => typeof navigation === 'object');
        const tried = await browser.run(attempts, caught.port, true).catch(() => []);
        const hits = said(await settle(tried));
        if (guarded) {
          tally.equal(label(`no script leads ${place} away, opens a window or a peer connection`), hits, []);
        } else {
          const others = hits.filter((way) => !/^\(?(location|link-click|refresh|top)/.test(way));
          tally.equal(label(`no script in ${place} opens a window or a peer connection`), others, []);
        }
        await browser.leave().catch(() => {});
      });
    }
  } finally {
    await browser.close();
    served.close();
    control.close();
    caught.close();
  }
}

/** What no policy closes must not be in the page at all. */
function bundle() {
  const page = readFileSync(resolve(root, 'index.html'), 'utf8');
  const element = readFileSync(resolve(root, 'mailtls-embed.js'), 'utf8');
  const scripts = [...page.matchAll(/<script(?![^>]*octet-stream)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  const code = [...scripts, element].join('\n').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const forbidden = {
    'a connection': /\b(XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts)\b|\bnew\s+WebTransport\b/,
    'code from text': /\beval\s*\(|new\s+Function\b|setTimeout\s*\(\s*['"`]/,
    'a way to another address': /\blocation\s*(\.\s*(href|hash|search)\s*)?=[^=]|\blocation\s*\.\s*(assign|replace)\b|\bwindow\s*\.\s*open\s*\(/,
    'markup from text': /\.outerHTML\s*=|insertAdjacentHTML|document\s*\.\s*write\b/,
  };
  for (const [what, pattern] of Object.entries(forbidden)) {
    const found = code.match(pattern);
    tally.check(`the scripts of the page hold no ${what}`, !found, found && code.slice(Math.max(0, found.index - 80), found.index + 80));
  }
  const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1] ?? '';
  for (const part of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"]) {
    tally.check(`the policy says ${part}`, policy.includes(part));
  }
  tally.check('the policy lets nothing be evaluated', !/unsafe-inline|'unsafe-eval'|\*/.test(policy), policy);
  const text = page.replace(/<script[^>]*octet-stream[\s\S]*?<\/script>/, '');
  const allowed = /^https?:\/\/(www\.w3\.org\/|learn\.microsoft\.com\/|support\.microsoft\.com\/|techcommunity\.microsoft\.com\/|www\.rfc-editor\.org\/|github\.com\/|yew\.rs\/|developer\.mozilla\.org\/)/;
  const foreign = [...text.matchAll(/https?:\/\/[^\s"'<>)\\`]+/g)].map((match) => match[0]).filter((url) => !allowed.test(url));
  tally.equal('the page names no address besides those it links to', [...new Set(foreign)], []);
}

bundle();
const engines = wanted.length > 0 ? wanted : available();
for (const name of engines) {
  await engine(name);
}
console.log(`engines: ${engines.join(', ')}`);
tally.end();
