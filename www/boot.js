// Starts the page. Written in ES5: where a browser lacks what mailtls needs, this is the part that still runs
// and says so, instead of leaving a page that never becomes ready.
(function () {
  'use strict';

  // The file as it came, for its checksum: nothing has changed the document yet. What follows this script, and
  // the line ends between the tags that begin the document, are no part of what the parser keeps.
  var kept = document.documentElement.outerHTML;

  var language = (document.documentElement.getAttribute('data-lang') || navigator.language || 'en').toLowerCase();

  /** Shows the manual runbook, and in it the sentence that names what is missing. */
  function explain(reason, detail) {
    var sections = document.querySelectorAll('[data-runbook]');
    var wanted = null;
    var index;
    for (index = 0; index < sections.length; index += 1) {
      if (language.indexOf(sections[index].getAttribute('data-runbook')) === 0) {
        wanted = sections[index];
      }
    }
    wanted = wanted || sections[0];
    if (!wanted) {
      return;
    }
    wanted.removeAttribute('hidden');
    var sentences = wanted.querySelectorAll('[data-reason]');
    for (index = 0; index < sentences.length; index += 1) {
      if (sentences[index].getAttribute('data-reason') === reason) {
        sentences[index].removeAttribute('hidden');
      }
    }
    var place = wanted.querySelector('[data-detail]');
    if (place && detail) {
      place.appendChild(document.createTextNode(String(detail)));
      place.removeAttribute('hidden');
    }
    var shell = document.getElementById('starting');
    if (shell) {
      shell.setAttribute('hidden', '');
    }
    document.documentElement.setAttribute('data-engine', 'missing');
    if (window.parent !== window) {
      window.parent.postMessage({ mailtls: 1, type: 'error', id: null, code: reason, text: String(detail || reason) }, '*');
    }
  }

  function textOf(id) {
    var element = document.getElementById(id);
    return element ? element.textContent : '';
  }

  if (typeof WebAssembly !== 'object') {
    explain('wasm');
    return;
  }

  /**
   * The bytes of a text of which a character says 7 bits, the lowest first; one of two bytes says 14, since it
   * stands for a character that might not arrive, and the one after it. `crates/xtask/src/pack.rs` spells it.
   */
  function bytesOf(text) {
    var notPlain = [0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 26, 27, 60, 127];
    var bytes = new Uint8Array(text.length * 2);
    var length = 0;
    var bits = 0;
    var count = 0;
    function put(value) {
      bits |= value << count;
      count += 7;
      if (count >= 8) {
        bytes[length] = bits & 255;
        length += 1;
        bits >>>= 8;
        count -= 8;
      }
    }
    for (var index = 0; index < text.length; index += 1) {
      var code = text.charCodeAt(index);
      if (code < 128) {
        put(code);
      } else {
        put(notPlain[code - 256 >> 7]);
        put(code & 127);
      }
    }
    return bytes.subarray(0, length);
  }

  /** What the page carries packed, each part ended by a NUL but the last: glue, style, module. */
  function unpack() {
    var bytes = mailtlsUnpack(bytesOf(textOf('mailtls-program')));
    var decoder = new TextDecoder();
    var glueEnd = bytes.indexOf(0);
    var styleEnd = bytes.indexOf(0, glueEnd + 1);
    return {
      glue: decoder.decode(bytes.subarray(0, glueEnd)),
      style: decoder.decode(bytes.subarray(glueEnd + 1, styleEnd)),
      wasm: bytes.subarray(styleEnd + 1)
    };
  }

  /** Under Trusted Types, the only scripts there can be: the glue, and a worker from a blob. */
  function policyFor(glue) {
    return window.trustedTypes ? trustedTypes.createPolicy('mailtls', {
      createScript: function (text) {
        if (text !== glue) {
          throw new TypeError('the page runs what it holds, and nothing else');
        }
        return text;
      },
      createScriptURL: function (address) {
        if (address.indexOf('blob:') !== 0) {
          throw new TypeError('a worker starts from what the page holds');
        }
        return address;
      }
    }) : null;
  }

  /** Runs the glue, whose hash the page's Content-Security-Policy names, and leaves nothing of it in the page. */
  function run(glue, policy) {
    var script = document.createElement('script');
    script.text = policy ? policy.createScript(glue) : glue;
    document.head.appendChild(script);
    document.head.removeChild(script);
  }

  function dress(style) {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }

  function failed(error) {
    var message = String((error && error.message) || error);
    var blocked = /unsafe-eval|content security policy|csp|call to WebAssembly|blocked/i.test(message);
    explain(blocked ? 'policy' : 'start', message);
  }

  try {
    var program = unpack();
    var policy = policyFor(program.glue);
    run(program.glue, policy);
    if (typeof wasm_bindgen === 'undefined') {
      explain('script');
      return;
    }
    dress(program.style);
    WebAssembly.compile(mailtlsJoin(program.wasm)).then(function (module) {
      // A classic worker from a blob is the one kind that starts from disk and in a sandboxed frame alike.
      var source = program.glue + '\n' + textOf('mailtls-worker');
      window.mailtlsBoot = {
        // The page is ours; in a shadow root this gives the element that stands for it.
        place: function () { return null; },
        file: function () {
          var end = '</body></html>';
          return '<!doctype html>\n' + kept.slice(0, -end.length).replace('<head>', '\n<head>') + '\n</body>\n</html>\n';
        },
        spawn: function () {
          var address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
          var worker = new Worker(policy ? policy.createScriptURL(address) : address);
          URL.revokeObjectURL(address);
          worker.postMessage(module);
          return worker;
        }
      };
      return wasm_bindgen({ module_or_path: module });
    }).then(function () {
      document.documentElement.setAttribute('data-engine', 'ready');
    }, failed);
  } catch (error) {
    failed(error);
  }
}());
