// The worker's first message is the compiled module; from then on the module listens itself.
self.onmessage = function (event) {
  self.onmessage = null;
  wasm_bindgen({ module_or_path: event.data }).catch(function (error) {
    setTimeout(function () { throw error; });
  });
};
