/*
 * <mailtls-analyzer lang theme compact profile src mode> on any page, from this one script.
 *
 * By default the element shows the page of mailtls in a sandboxed frame: an origin of its own, no access to
 * the host page, a policy of its own that allows no connection. mode="shadow" runs it in a shadow root of the
 * host page instead, where the host's policy allows WebAssembly. Where neither works, a link stands there.
 *
 *   element.analyze([{ name: 'bounce.eml', content: 'text, Blob, ArrayBuffer or Uint8Array' }])  a promise of the report
 *   'mailtls-ready'   detail { version, schema }
 *   'mailtls-report'  detail is the report. Of what the host itself handed over it is complete; of what the user
 *                     put into a frame it carries the verdict and the rules, and no text, name or value of his.
 *   'mailtls-error'   detail { id, code, text }
 *
 * No dependency, ES2019, one global: the custom element.
 */
(function () {
  'use strict';

  var TAG = 'mailtls-analyzer';
  if (typeof customElements === 'undefined' || customElements.get(TAG)) {
    return;
  }

  /** Beside this script; releases name the page of their own version here. */
  var PAGE = 'embed.html';
  /** The same program for a shadow root. */
  var SHADOW = 'mailtls-shadow.js';

  /** How often the frame is greeted until it answers, in milliseconds. */
  var GREETING = 200;
  /** How long a loaded frame may keep silent, in milliseconds. */
  var PATIENCE = 12000;
  /** What a frame may make of itself, in CSS pixels. */
  var LOWEST = 120;
  var HIGHEST = 60000;
  /** The attributes the program itself reads. */
  var SETTINGS = ['lang', 'theme', 'compact', 'profile'];
  /** The smallest module there is: whether it compiles tells whether the policy allows any. */
  var EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

  var WORDS = {
    en: {
      open: 'Open mailtls in a new tab',
      about: 'Paste a bounce, an SMTP protocol log or a .reg export. Everything is read in your browser.',
      frame: 'This site’s policy does not allow the frame: its frame-src lacks',
      silent: 'The frame did not answer. The address may be wrong, or a policy stops the program in it:',
      address: 'The address of mailtls is not known here: the src attribute is missing.'
    },
    es: {
      open: 'Abrir mailtls en una pestaña nueva',
      about: 'Pegue un rebote (NDR), un registro de protocolo SMTP o una exportación .reg. Todo se lee en su navegador.',
      frame: 'La directiva de este sitio no permite el marco: a su frame-src le falta',
      silent: 'El marco no respondió. Puede que la dirección sea incorrecta o que una directiva detenga el programa:',
      address: 'Aquí no se conoce la dirección de mailtls: falta el atributo src.'
    },
    pt: {
      open: 'Abrir o mailtls em uma nova guia',
      about: 'Cole uma notificação de falha (NDR), um log de protocolo SMTP ou uma exportação .reg. Tudo é lido no seu navegador.',
      frame: 'A política deste site não permite o quadro: falta em frame-src',
      silent: 'O quadro não respondeu. O endereço pode estar errado ou uma política impede o programa:',
      address: 'O endereço do mailtls não é conhecido aqui: falta o atributo src.'
    }
  };

  var script = document.currentScript;
  var base = (script && script.src) || '';
  var inner = new WeakMap();

  function words(element) {
    var tag = (element.getAttribute('lang') || document.documentElement.lang || navigator.language || 'en');
    return WORDS[tag.slice(0, 2).toLowerCase()] || WORDS.en;
  }

  /** The address of a file of mailtls, or null: never a scheme that would run something. */
  function address(element, file) {
    try {
      var told = element.getAttribute('src');
      var url = new URL(told || file, told ? document.baseURI : base);
      if (told && file === SHADOW) {
        url = new URL(SHADOW, url);
      }
      return /^(https?|file):$/.test(url.protocol) ? url : null;
    } catch (error) {
      return null;
    }
  }

  function paint(node, declarations) {
    // Through the object model: a style attribute or element would need the leave of the host's policy.
    Object.keys(declarations).forEach(function (name) {
      node.style.setProperty(name, declarations[name], 'important');
    });
    return node;
  }

  function wasmAllowed() {
    try {
      return typeof WebAssembly === 'object' && new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
    } catch (error) {
      return false;
    }
  }

  function settings(element) {
    var set = {};
    SETTINGS.forEach(function (name) {
      if (element.hasAttribute(name)) {
        set[name] = name === 'compact' ? String(element.getAttribute(name) !== 'false') : element.getAttribute(name);
      }
    });
    return set;
  }

  function bytesOf(content) {
    if (typeof content === 'string') {
      return Promise.resolve(new TextEncoder().encode(content).buffer);
    }
    if (content instanceof Blob) {
      return content.arrayBuffer ? content.arrayBuffer() : new Response(content).arrayBuffer();
    }
    if (ArrayBuffer.isView(content)) {
      return Promise.resolve(content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength));
    }
    if (content instanceof ArrayBuffer) {
      return Promise.resolve(content.slice(0));
    }
    return Promise.reject(failure('buffer-missing', 'content must be a string, a Blob or bytes'));
  }

  function failure(code, text) {
    var error = new Error(text || code);
    error.name = 'MailtlsError';
    error.code = code;
    return error;
  }

  function tell(element, name, detail) {
    element.dispatchEvent(new CustomEvent(name, { detail: detail, bubbles: true, composed: true }));
  }

  /* What the program in the frame, or in the shadow root, says. */

  function hear(element, state, message) {
    var asked;
    switch (message.type) {
      case 'ready':
        if (!state.ready) {
          state.ready = true;
          clearInterval(state.greeting);
          clearTimeout(state.patience);
          send(element, state, Object.assign({ type: 'set' }, settings(element)));
          state.waiting.splice(0).forEach(function (held) { send(element, state, held); });
          tell(element, 'mailtls-ready', { version: String(message.version), schema: Number(message.schema) });
        }
        break;
      case 'resize':
        if (state.frame && Number.isFinite(message.height)) {
          paint(state.frame, { height: Math.min(Math.max(Math.ceil(message.height), LOWEST), HIGHEST) + 'px' });
        }
        break;
      case 'result':
        asked = state.asked.get(message.id);
        if (asked) {
          state.asked.delete(message.id);
          show(element, message.report);
          asked.resolve(message.report);
        }
        break;
      case 'report':
        show(element, message.report);
        break;
      case 'error':
        asked = state.asked.get(message.id);
        if (asked) {
          state.asked.delete(message.id);
          asked.reject(failure(String(message.code), String(message.text || message.code)));
        } else if (!state.ready) {
          // The page is there and says why it cannot run: that is better than a link to the same page.
          clearInterval(state.greeting);
          clearTimeout(state.patience);
          state.asked.forEach(function (each) { each.reject(failure(String(message.code))); });
          state.asked.clear();
        }
        tell(element, 'mailtls-error', {
          id: asked ? message.id : null, code: String(message.code), text: String(message.text || message.code)
        });
        break;
      default:
        // A later version may say more than this script knows.
    }
  }

  function show(element, report) {
    if (!report || typeof report !== 'object' || !report.verdict) {
      return;
    }
    element.setAttribute('data-verdict', String(report.verdict.cause));
    element.setAttribute('data-certainty', String(report.verdict.certainty));
    tell(element, 'mailtls-report', report);
  }

  function send(element, state, message) {
    message.mailtls = 1;
    if (message.type !== 'hello' && !state.ready) {
      if (message.type === 'analyze') {
        state.waiting.push(message);
      }
      return;
    }
    if (state.program) {
      state.program.hear(message);
    } else if (state.frame && state.frame.contentWindow) {
      // A sandboxed frame has no origin that could be named; nobody else can hold this window.
      state.frame.contentWindow.postMessage(message, '*');
    }
  }

  /* The three ways to stand on a page. */

  function asFrame(element, state) {
    var url = address(element, PAGE);
    if (!url) {
      asLink(element, state, words(element).address);
      return;
    }
    var set = settings(element);
    Object.keys(set).forEach(function (name) { url.searchParams.set(name, set[name]); });
    url.searchParams.set('embed', '1');
    var frame = paint(document.createElement('iframe'), {
      display: 'block', width: '100%', height: '640px', border: '0', margin: '0', padding: '0',
      'min-width': '0', 'max-width': 'none', 'max-height': 'none', 'color-scheme': 'normal', visibility: 'visible'
    });
    frame.setAttribute('sandbox', 'allow-scripts allow-downloads');
    frame.setAttribute('allow', 'clipboard-write');
    frame.setAttribute('referrerpolicy', 'no-referrer');
    frame.setAttribute('title', 'mailtls');
    state.frame = frame;
    state.onmessage = function (event) {
      var data = event.data;
      if (event.source === frame.contentWindow && event.source && data && typeof data === 'object' && data.mailtls === 1) {
        hear(element, state, data);
      }
    };
    state.onviolation = function (event) {
      if (/^(frame|child|default)-src/.test(event.effectiveDirective || event.violatedDirective || '')
        && (event.blockedURI === url.origin || String(event.blockedURI).indexOf(url.origin) === 0)) {
        asLink(element, state, words(element).frame + ' ' + url.origin);
      }
    };
    window.addEventListener('message', state.onmessage);
    document.addEventListener('securitypolicyviolation', state.onviolation);
    frame.addEventListener('load', function () {
      // Whoever is in there now has to introduce himself before he is told anything.
      state.ready = false;
      clearInterval(state.greeting);
      state.greeting = setInterval(function () { send(element, state, { type: 'hello' }); }, GREETING);
      send(element, state, { type: 'hello' });
      clearTimeout(state.patience);
      state.patience = setTimeout(function () { asLink(element, state, words(element).silent + ' ' + url.origin); }, PATIENCE);
    });
    frame.src = url.href;
    state.root.appendChild(frame);
  }

  function asShadow(element, state) {
    var url = address(element, SHADOW);
    if (!url || !wasmAllowed()) {
      asFrame(element, state);
      return;
    }
    loadShadow(url.href).then(function (start) {
      if (inner.get(element) !== state) {
        return;
      }
      var host = document.createElement('div');
      state.root.appendChild(host);
      return start({
        root: state.root,
        host: host,
        settings: settings(element),
        tell: function (message) {
          if (inner.get(element) === state) {
            hear(element, state, message);
          }
        }
      }).then(function (program) {
        state.program = program;
        send(element, state, { type: 'hello' });
      });
    }).catch(function () {
      if (inner.get(element) === state) {
        state.root.textContent = '';
        state.program = null;
        asFrame(element, state);
      }
    });
  }

  var loading = {};

  /** The program for shadow roots, loaded once for all elements; fails where the host's policy forbids it. */
  function loadShadow(href) {
    loading[href] = loading[href] || new Promise(function (resolve, reject) {
      var node = document.createElement('script');
      node.onload = function () {
        var start = window.mailtlsShadow;
        delete window.mailtlsShadow;
        return typeof start === 'function' ? resolve(start) : reject(failure('shadow-missing'));
      };
      node.onerror = function () { reject(failure('shadow-missing')); };
      // Throws where the host demands trusted types: the frame needs none.
      node.src = href;
      if (new URL(href).origin !== location.origin && /^https?:/.test(href)) {
        node.crossOrigin = 'anonymous';
      }
      document.head.appendChild(node);
    });
    return loading[href];
  }

  function asLink(element, state, reason) {
    leave(state);
    var say = words(element);
    var url = address(element, PAGE);
    var card = paint(document.createElement('p'), {
      margin: '0', padding: '1em', border: '1px solid', 'border-radius': '6px',
      font: '16px/1.4 "Segoe UI", system-ui, sans-serif', color: 'CanvasText', background: 'Canvas'
    });
    card.appendChild(document.createTextNode(say.about + ' '));
    if (url) {
      var link = document.createElement('a');
      link.href = url.href;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      link.textContent = say.open;
      card.appendChild(link);
    }
    var small = paint(document.createElement('small'), { display: 'block', 'margin-top': '.5em' });
    small.textContent = reason;
    card.appendChild(small);
    state.root.appendChild(card);
    state.asked.forEach(function (asked) { asked.reject(failure('blocked', reason)); });
    state.asked.clear();
    state.blocked = reason;
    tell(element, 'mailtls-error', { id: null, code: 'blocked', text: reason });
  }

  /** Takes back whatever stands there. */
  function leave(state) {
    clearInterval(state.greeting);
    clearTimeout(state.patience);
    window.removeEventListener('message', state.onmessage);
    document.removeEventListener('securitypolicyviolation', state.onviolation);
    if (state.program) {
      state.program.stop();
    }
    state.root.textContent = '';
    state.frame = state.program = null;
    state.ready = false;
  }

  class MailtlsAnalyzer extends HTMLElement {
    static get observedAttributes() {
      return SETTINGS.concat('src', 'mode');
    }

    connectedCallback() {
      var root = this.shadowRoot || this.attachShadow({ mode: 'open' });
      var state = {
        root: root, frame: null, program: null, ready: false, blocked: null,
        waiting: [], asked: new Map(), count: 0, greeting: 0, patience: 0, onmessage: null, onviolation: null
      };
      inner.set(this, state);
      if (!this.style.display) {
        this.style.display = 'block';
      }
      if (this.getAttribute('mode') === 'shadow') {
        asShadow(this, state);
      } else {
        asFrame(this, state);
      }
    }

    disconnectedCallback() {
      var state = inner.get(this);
      if (state) {
        inner.delete(this);
        leave(state);
        state.asked.forEach(function (asked) { asked.reject(failure('gone', 'the element left the page')); });
      }
    }

    attributeChangedCallback(name, before, after) {
      var state = inner.get(this);
      if (!state || before === after) {
        return;
      }
      if (name === 'src' || name === 'mode') {
        this.disconnectedCallback();
        this.connectedCallback();
      } else {
        send(this, state, Object.assign({ type: 'set' }, settings(this)));
      }
    }

    /** Hands documents over and promises the report. Refused while the user has input of his own. */
    analyze(documents) {
      var element = this;
      var state = inner.get(this);
      if (!state || state.blocked) {
        return Promise.reject(failure(state ? 'blocked' : 'gone', state ? state.blocked : 'the element is on no page'));
      }
      return Promise.all(Array.from(documents || []).map(function (item, index) {
        return bytesOf(item.content).then(function (buffer) {
          return { name: String(item.name || 'document-' + (index + 1)), buffer: buffer };
        });
      })).then(function (docs) {
        return new Promise(function (resolve, reject) {
          if (inner.get(element) !== state) {
            reject(failure('gone', 'the element left the page'));
            return;
          }
          state.count += 1;
          var id = 'analyze-' + state.count;
          state.asked.set(id, { resolve: resolve, reject: reject });
          send(element, state, { type: 'analyze', id: id, docs: docs });
        });
      });
    }
  }

  ['lang', 'theme', 'profile', 'src', 'mode'].forEach(function (name) {
    // `lang` is the element's own already.
    if (name in HTMLElement.prototype) {
      return;
    }
    Object.defineProperty(MailtlsAnalyzer.prototype, name, {
      get: function () { return this.getAttribute(name) || ''; },
      set: function (value) { this.setAttribute(name, value); }
    });
  });
  Object.defineProperty(MailtlsAnalyzer.prototype, 'compact', {
    get: function () { return this.hasAttribute('compact') && this.getAttribute('compact') !== 'false'; },
    set: function (value) { this.toggleAttribute('compact', Boolean(value)); }
  });

  customElements.define(TAG, MailtlsAnalyzer);
}());
