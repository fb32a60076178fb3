// The worker's first message is the compiled module; from then on the module listens itself.
self.onmessage = function (event) {
  self.onmessage = null;
  wasm_bindgen({ module_or_path: event.data }).then(function (program) {
    // For the tests: how much memory the program holds.
    self.mailtlsMemory = function () { return program.memory.buffer.byteLength; };
  }, function (error) {
    setTimeout(function () { throw error; });
  });
};
