//! Decodes what `core` does not, with the `TextDecoder` that browsers and Node bring.

use mailtls_core::decode::Decoder;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(js_name = Object)]
    type Options;

    #[wasm_bindgen(constructor, js_class = "Object")]
    fn new() -> Options;

    #[wasm_bindgen(method, setter = ignoreBOM)]
    fn set_ignore_bom(this: &Options, ignore: bool);

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &Options) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// Every encoding the host knows, which is every one of the WHATWG standard.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BrowserDecoder;

impl Decoder for BrowserDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        // A mark in the middle of an input is a character like any other: native decoding keeps it too.
        let options = Options::new();
        options.set_ignore_bom(true);
        TextDecoder::new(label, &options).ok()?.decode(bytes).ok()
    }
}
