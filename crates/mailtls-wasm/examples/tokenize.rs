//! What the speed of reading logs is measured beside in WebAssembly: merely splitting the same bytes.
//!
//! `cargo xtask bench --browser` builds it like the package and runs both on the same machine.

use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static READER: RefCell<csv_core::Reader> = RefCell::new(csv_core::Reader::new());
}

/// Splits into fields and does nothing with them. May be called again with what follows; gives how many ended.
#[wasm_bindgen]
#[must_use]
pub fn tokenize(bytes: &[u8]) -> f64 {
    let mut output = vec![0; 1 << 16];
    let mut ends = [0; 64];
    READER.with_borrow_mut(|reader| {
        let (mut input, mut fields) = (bytes, 0_u32);
        while !input.is_empty() {
            // Fields are not looked at, so that their beginning may be written over.
            let (_, read, _, ended) = reader.read_record(input, &mut output, &mut ends);
            input = input.get(read..).unwrap_or_default();
            fields += u32::try_from(ended).unwrap_or(0);
        }
        f64::from(fields)
    })
}
