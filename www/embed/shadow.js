// mailtls for a shadow root of another page: what mailtls-embed.js loads where mode="shadow" asks for it. It
// puts one function on the window, which the element takes away again.
(function () {
  'use strict';

  var STYLE = /*mailtls:style*/;
  var WORKER = /*mailtls:worker*/;
  var DATA = /*mailtls:wasm*/;
  var VERSION = /*mailtls:version*/;
  var DATE = /*mailtls:date*/;

  /** The program's glue, once for each element: its state is in here. */
  function instance(mailtlsBoot) {
    /*mailtls:glue*/
    return wasm_bindgen;
  }

  /*mailtls:unpack*/

  /** Base64, since the host page says in which encoding this script is read. */
  function bytesOf(text) {
    return Uint8Array.from(atob(text), function (character) { return character.charCodeAt(0); });
  }

  var compiled = null;

  /** The module, compiled once for all elements. */
  function compile() {
    if (!compiled) {
      compiled = WebAssembly.compile(mailtlsUnpack(bytesOf(DATA)).buffer);
    }
    return compiled;
  }

  function element(name, attributes) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }

  /**
   * Starts the program in `guest.host`. Promises what the element talks to: `hear` takes a message as a frame
   * would get it; what the program says goes to `guest.tell`.
   */
  window.mailtlsShadow = function (guest) {
    var place = element('div', { 'class': 'mailtls-root' });
    Object.keys(guest.settings).forEach(function (name) { place.setAttribute('data-word-' + name, guest.settings[name]); });
    place.appendChild(element('meta', { name: 'mailtls-version', content: VERSION }));
    place.appendChild(element('meta', { name: 'mailtls-date', content: DATE }));
    var body = place.appendChild(element('div', { 'class': 'mailtls-body' }));
    body.appendChild(element('div', { id: 'app' }));
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    guest.root.adoptedStyleSheets = [sheet];
    place.addEventListener('mailtls-say', function (event) { guest.tell(event.detail); });
    guest.host.appendChild(place);
    var workers = [];
    return compile().then(function (module) {
      var source = 'var wasm_bindgen = (' + instance + ')({ place: function () { return null; } });\n' + WORKER;
      var program = instance({
        place: function () { return place; },
        spawn: function () {
          var address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
          var worker = new Worker(address);
          URL.revokeObjectURL(address);
          worker.postMessage(module);
          workers.push(worker);
          return worker;
        }
      });
      return program({ module_or_path: module });
    }).then(function () {
      return {
        hear: function (message) {
          place.dispatchEvent(new CustomEvent('mailtls-hear', { detail: message }));
        },
        stop: function () {
          workers.forEach(function (worker) { worker.terminate(); });
          place.remove();
        }
      };
    });
  };
}());
