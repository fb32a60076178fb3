// The three browser engines by plain WebDriver over HTTP, with nothing to install from npm.
//
// Every engine is started with a fresh profile. Firefox gets the preference that automation tools switch off
// and under which a page opened from disk could read files it never can in a user's browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Keys that have no letter, as WebDriver names them. */
export const KEY = {
  tab: '\ue004', enter: '\ue007', shift: '\ue008', control: '\ue009', escape: '\ue00c', space: ' ',
  end: '\ue010', home: '\ue011', left: '\ue012', up: '\ue013', right: '\ue014', down: '\ue015', delete: '\ue017',
};

/** The first of these programs that is there. */
function program(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), join(homedir(), '.cargo', 'bin')];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path)) {
        return path;
      }
    }
  }
  return null;
}

function firstOf(...paths) {
  return paths.find((path) => existsSync(path)) ?? null;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Where an engine started in `folder` puts what it downloads. */
function downloads(folder) {
  const place = join(folder, 'downloads');
  mkdirSync(place, { recursive: true });
  return place;
}

/** A home of its own, which is how WebKit is told where downloads go. */
function home(folder) {
  writeFileSync(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads(folder)}"\n`);
  return { HOME: folder, XDG_CONFIG_HOME: folder };
}

/** What is needed to start each engine, or null where something is missing. */
const ENGINES = {
  chromium() {
    const driver = program('chromedriver');
    const binary = program('chromium', 'google-chrome', 'chrome', 'chromium-browser');
    if (!driver || !binary) {
      return null;
    }
    const args = [
      '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update', '--disable-default-apps',
      '--disable-dev-shm-usage', '--disable-domain-reliability', '--window-size=1280,900',
    ];
    return {
      command: (port) => [driver, [`--port=${port}`]],
      capabilities: (folder, extra) => ({
        browserName: 'chrome',
        'goog:chromeOptions': {
          binary,
          args: [...args, ...(extra.args ?? []), `--user-data-dir=${join(folder, 'profile')}`],
          prefs: { 'download.default_directory': downloads(folder), 'download.prompt_for_download': false },
        },
        'goog:loggingPrefs': { browser: 'ALL', performance: 'ALL' },
      }),
    };
  },
  firefox() {
    const driver = process.env.GECKODRIVER ?? program('geckodriver');
    const binary = program('firefox', 'firefox-esr');
    if (!driver || !binary) {
      return null;
    }
    return {
      command: (port, folder) => [driver, [`--port=${port}`, '--profile-root', folder]],
      capabilities: (folder) => ({
        browserName: 'firefox',
        'moz:firefoxOptions': {
          binary,
          args: ['-headless'],
          prefs: {
            'security.fileuri.strict_origin_policy': true,
            'network.captive-portal-service.enabled': false,
            'network.connectivity-service.enabled': false,
            'browser.safebrowsing.downloads.remote.enabled': false,
            'datareporting.policy.dataSubmissionEnabled': false,
            'browser.download.folderList': 2,
            'browser.download.dir': downloads(folder),
            'browser.download.alwaysOpenPanel': false,
          },
        },
      }),
    };
  },
  webkit() {
    const driver = program('WebKitWebDriver');
    const browser = firstOf(
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
      '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
    );
    const screen = process.env.DISPLAY ? null : program('xvfb-run');
    if (!driver || !browser || (!process.env.DISPLAY && !screen)) {
      return null;
    }
    const size = ['-a', '-s', '-screen 0 1400x1000x24'];
    const wrap = (words) => (screen ? [screen, [...size, ...words]] : [words[0], words.slice(1)]);
    return {
      command: (port) => wrap([driver, `--port=${port}`]),
      capabilities: () => ({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      }),
      environment: (folder) => ({
        ...home(folder),
        XDG_RUNTIME_DIR: process.env.XDG_RUNTIME_DIR ?? folder,
        // As root WebKit's own sandbox cannot start; an ordinary user keeps it.
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
      }),
    };
  },
};

/** The engines that can be started here. */
export function available() {
  return Object.keys(ENGINES).filter((name) => ENGINES[name]() !== null);
}

/** Starts an engine; `close` ends it and everything it left on disk. */
export async function start(name, extra = {}) {
  const engine = ENGINES[name]();
  if (!engine) {
    throw new Error(`${name} is not installed here`);
  }
  const folder = mkdtempSync(join(tmpdir(), `mailtls-${name}-`));
  const port = await freePort();
  const [command, args] = engine.command(port, folder);
  // A group of its own, so that the driver's browser ends with it.
  const child = spawn(command, args, {
    stdio: 'ignore', detached: true, env: { ...process.env, ...(engine.environment?.(folder) ?? {}) },
  });
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', end);
  const base = `http://127.0.0.1:${port}`;
  try {
    await ready(base);
    const capabilities = { alwaysMatch: engine.capabilities(folder, extra) };
    const { sessionId } = await call(base, 'POST', '/session', { capabilities });
    return new Browser(name, `${base}/session/${sessionId}`, end, downloads(folder));
  } catch (error) {
    end();
    throw error;
  }
}

async function ready(base) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    try {
      await fetch(`${base}/status`);
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error('the driver does not answer');
}

async function call(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { value } = await response.json();
  if (!response.ok) {
    throw new Error(`${value.error}: ${value.message}`);
  }
  return value;
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** One window of one engine. */
class Browser {
  constructor(name, session, end, downloads) {
    this.name = name;
    this.session = session;
    this.end = end;
    this.downloads = downloads;
  }

  call(method, path, body) {
    return call(this.session, method, path, body);
  }

  async go(url) {
    await this.call('POST', '/url', { url });
  }

  /** Runs the body of a function in the current frame; elements go in and out as such. */
  run(script, ...args) {
    const text = typeof script === 'function' ? `return (${script}).apply(null, arguments)` : script;
    return this.call('POST', '/execute/sync', { script: text, args });
  }

  /** The same for an asynchronous function. */
  async runAsync(script, ...args) {
    const text = `var done = arguments[arguments.length - 1];
      (${script}).apply(null, Array.prototype.slice.call(arguments, 0, -1))
        .then(function (value) { done({ value: value }); }, function (error) { done({ error: String(error) }); });`;
    const outcome = await this.call('POST', '/execute/async', { script: text, args });
    if (outcome && outcome.error) {
      throw new Error(outcome.error);
    }
    return outcome ? outcome.value : undefined;
  }

  /** Waits until the function gives something true, and gives that. */
  async until(script, args = [], milliseconds = 20_000) {
    const end = Date.now() + milliseconds;
    let last;
    while (Date.now() < end) {
      try {
        last = await this.run(script, ...args);
        if (last) {
          return last;
        }
      } catch (error) {
        last = error.message;
      }
      await pause(50);
    }
    throw new Error(`in vain: ${script} (${JSON.stringify(last)})`);
  }

  async enter(element) {
    await this.call('POST', '/frame', { id: element });
  }

  async leave() {
    await this.call('POST', '/frame', { id: null });
  }

  async find(selector) {
    return this.call('POST', '/element', { using: 'css selector', value: selector });
  }

  async click(element) {
    await this.call('POST', `/element/${element[ELEMENT]}/click`, {});
  }

  async type(element, text) {
    await this.call('POST', `/element/${element[ELEMENT]}/value`, { text });
  }

  /** Waits until there is such an element, and gives the first. */
  wait(selector, milliseconds) {
    return this.until((wanted) => document.querySelector(wanted), [selector], milliseconds);
  }

  /** Waits until there is none any more. */
  gone(selector) {
    return this.until((wanted) => document.querySelector(wanted) === null, [selector]);
  }

  count(selector) {
    return this.run((wanted) => document.querySelectorAll(wanted).length, selector);
  }

  text(selector) {
    return this.run((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
  }

  attribute(selector, name) {
    return this.run((wanted, word) => document.querySelector(wanted)?.getAttribute(word) ?? null, selector, name);
  }

  /** A click of the mouse on the first such element, or on the one whose text holds `words`. */
  async press(selector, words = '') {
    const element = await this.until((wanted, text) => [...document.querySelectorAll(wanted)]
      .find((one) => one.textContent.includes(text) && !one.disabled), [selector, words]);
    // Drivers do not wait for a smooth scroll to end.
    await this.run((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }), element);
    await this.click(element);
  }

  /** Chooses in a list, as a person does. */
  async choose(selector, value) {
    await this.press(`${selector} option[value="${value}"]`);
  }

  /** Gives files to a field for files. */
  async upload(selector, ...paths) {
    await this.type(await this.find(selector), paths.join('\n'));
  }

  /** Strikes keys one after the other, holding down those in `held`. */
  async keys(keys, held = []) {
    const strike = (value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    const actions = [
      ...held.map((value) => ({ type: 'keyDown', value })),
      ...[...keys].flatMap(strike),
      ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Puts the focus into a field by the mouse, which in WebKit is the only way into a frame, and selects what is there. */
  async focus(selector) {
    const field = await this.find(selector);
    await this.run((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }), field);
    await this.click(field);
    await this.run((one) => one.select(), field);
    return field;
  }

  /** Replaces what stands in a field. */
  async fill(selector, text) {
    const field = await this.focus(selector);
    if (text === '') {
      await this.keys(KEY.delete);
    } else {
      // A line feed types nothing in WebKit.
      await this.type(field, text.replaceAll('\n', KEY.enter));
    }
  }

  async resize(width, height) {
    await this.call('POST', '/window/rect', { width, height });
  }

  /** Waits for a downloaded file of that name, and gives its bytes. */
  async downloaded(name) {
    const until = Date.now() + 15_000;
    while (Date.now() < until) {
      if (readdirSync(this.downloads).includes(name)) {
        const bytes = readFileSync(join(this.downloads, name));
        if (bytes.length > 0) {
          rmSync(join(this.downloads, name));
          return bytes;
        }
      }
      await pause(100);
    }
    throw new Error(`${name} was not downloaded, but ${JSON.stringify(readdirSync(this.downloads))}`);
  }

  /** A command of Chromium's debugger. */
  debug(cmd, params = {}) {
    return this.call('POST', '/goog/cdp/execute', { cmd, params });
  }

  /** What a log of Chromium's driver holds since the last call. */
  log(type) {
    return this.call('POST', '/se/log', { type });
  }

  async close() {
    try {
      await this.call('DELETE', '');
    } catch {
      // The end below is enough.
    }
    this.end();
  }
}
