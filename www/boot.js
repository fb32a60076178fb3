// Starts the page. Written in ES5: where a browser lacks what mailtls needs, this is the part that still runs
// and says so, instead of leaving a page that never becomes ready.

/**
 * What the page carries packed, each part ended by a NUL but the last: glue, style, module. It runs in a worker
 * where there can be one, and uses nothing that is not in the functions of this script outside the next one.
 */
function mailtlsProgram(text) {
  'use strict';

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

  var bytes = mailtlsUnpack(bytesOf(text));
  var decoder = new TextDecoder();
  var glueEnd = bytes.indexOf(0);
  var styleEnd = bytes.indexOf(0, glueEnd + 1);
  return {
    glue: decoder.decode(bytes.subarray(0, glueEnd)),
    style: decoder.decode(bytes.subarray(glueEnd + 1, styleEnd)),
    // A copy, since the numbers in it are read from its beginning.
    wasm: mailtlsJoin(bytes.slice(styleEnd + 1))
  };
}

(function () {
  'use strict';

  // The file as it came, for its checksum: nothing has changed the document yet. What follows this script, and
  // the line ends between the tags that begin the document, are no part of what the parser keeps.
  var kept = document.documentElement.cloneNode(true);

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

  var program = { glue: null };

  /** Under Trusted Types, the only scripts there can be: the glue, and a worker from a blob. */
  var policy = window.trustedTypes ? trustedTypes.createPolicy('mailtls', {
    createScript: function (text) {
      if (text !== program.glue) {
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

  /** A classic worker from a blob is the one kind that starts from disk and in a sandboxed frame alike. */
  function spawn(source) {
    var address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    var worker = new Worker(policy ? policy.createScriptURL(address) : address);
    URL.revokeObjectURL(address);
    return worker;
  }

  /** The program, its module compiled. Unpacking takes a while: a worker does it, so that the page can be read. */
  function load() {
    var text = textOf('mailtls-program');
    function compiled(unpacked) {
      return WebAssembly.compile(unpacked.wasm).then(function (module) {
        return { glue: unpacked.glue, style: unpacked.style, module: module };
      });
    }
    return new Promise(function (resolve) {
      var worker = null;
      var timer = 0;
      function end(result) {
        clearTimeout(timer);
        if (worker) {
          worker.terminate();
        }
        resolve(result);
      }
      function here() {
        end(Promise.resolve(text).then(mailtlsProgram).then(compiled));
      }
      try {
        worker = spawn([mailtlsUnpack, mailtlsJoin, mailtlsProgram, compiled].join('\n') + '\n('
          + function () {
            self.onmessage = function (event) {
              compiled(mailtlsProgram(event.data)).then(self.postMessage.bind(self)).catch(function (error) {
                setTimeout(function () { throw error; });
              });
            };
          } + '());');
        worker.onmessage = function (event) { end(event.data); };
        // Whatever is in the way there is met here again, and told.
        worker.onerror = function (event) {
          event.preventDefault();
          here();
        };
        worker.postMessage(text);
        timer = setTimeout(here, 20000);
      } catch (error) {
        here();
      }
    });
  }

  /** Runs the glue, whose hash the page's Content-Security-Policy names, and leaves nothing of it in the page. */
  function run(glue) {
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

  load().then(function (loaded) {
    program = loaded;
    run(program.glue);
    if (typeof wasm_bindgen === 'undefined') {
      explain('script');
      return null;
    }
    dress(program.style);
    var source = program.glue + '\n' + textOf('mailtls-worker');
    window.mailtlsBoot = {
      // The page is ours; in a shadow root this gives the element that stands for it.
      place: function () { return null; },
      file: function () {
        var end = '</body></html>';
        return '<!doctype html>\n' + kept.outerHTML.slice(0, -end.length).replace('<head>', '\n<head>') + '\n</body>\n</html>\n';
      },
      spawn: function () {
        var worker = spawn(source);
        worker.postMessage(program.module);
        return worker;
      }
    };
    return wasm_bindgen({ module_or_path: program.module }).then(function () {
      document.documentElement.setAttribute('data-engine', 'ready');
    });
  }).catch(failed);
}());
