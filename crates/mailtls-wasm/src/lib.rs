//! Lets JavaScript read mail flow evidence and get the report the command line gives.
//!
//! Every function decodes its arguments, calls, and encodes what comes back. What a name means is written
//! down in the TypeScript declarations, which `cargo xtask dist` makes from the report itself.

mod convert;
mod decoder;

use convert::{Choices, Input, decode, encode, format, kind, language, profile};
use decoder::BrowserDecoder;
use mailtls_core::report::Report;
use mailtls_core::{fix, session};
use mailtls_text::speak;
use wasm_bindgen::prelude::*;

/// One report over all inputs.
///
/// # Errors
///
/// Where an argument has another shape than the declarations say.
#[wasm_bindgen(skip_typescript)]
pub fn diagnose(inputs: JsValue, options: JsValue) -> Result<JsValue, JsError> {
    let (inputs, choices) = (decode::<Vec<Input>>("inputs", inputs)?, Choices::decode(options)?);
    let mut session = session::Session::new(choices.options(), Box::new(BrowserDecoder));
    for input in &inputs {
        session.open_as(&input.name, kind(input.kind.as_deref())?);
        session.feed(&input.bytes);
    }
    let mut report = session.finish();
    speak(&mut report, choices.lang);
    encode(&report)
}

/// Reads inputs chunk by chunk, however large they are.
#[wasm_bindgen(skip_typescript)]
pub struct Session {
    session: session::Session,
    choices: Choices,
}

#[wasm_bindgen]
impl Session {
    /// An empty session.
    ///
    /// # Errors
    ///
    /// Where an option is none.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Session, JsError> {
        let choices = Choices::decode(options)?;
        let session = session::Session::new(choices.options(), Box::new(BrowserDecoder));
        Ok(Self { session, choices })
    }

    /// Opens an input, closing the one before; as one of `told`, where the caller knows better.
    ///
    /// # Errors
    ///
    /// Where `told` is no kind of input.
    #[expect(clippy::needless_pass_by_value, reason = "what may be absent, JavaScript hands over owned")]
    pub fn open(&mut self, name: &str, told: Option<String>) -> Result<(), JsError> {
        self.session.open_as(name, kind(told.as_deref())?);
        Ok(())
    }

    /// Reads on in the open input.
    pub fn feed(&mut self, chunk: &[u8]) {
        self.session.feed(chunk);
    }

    /// The report on everything so far.
    ///
    /// # Errors
    ///
    /// Where a number of the report is beyond what JavaScript can count.
    pub fn finish(&mut self) -> Result<JsValue, JsError> {
        let mut report = self.session.finish();
        speak(&mut report, self.choices.lang);
        encode(&report)
    }
}

/// The report written down.
///
/// # Errors
///
/// Where an argument has another shape than the declarations say.
#[wasm_bindgen(skip_typescript)]
pub fn render(report: JsValue, lang: Option<String>, to: Option<String>) -> Result<String, JsError> {
    Ok(mailtls_text::render(&decode("report", report)?, language(lang)?, format(to)?))
}

/// The fix of another profile; `null` where there is none.
///
/// # Errors
///
/// Where an argument has another shape than the declarations say.
#[wasm_bindgen(skip_typescript)]
pub fn fix(report: JsValue, to: Option<String>, lang: Option<String>) -> Result<JsValue, JsError> {
    let mut report: Report = decode("report", report)?;
    report.fix = fix::for_report(&report, profile(to)?).ok();
    speak(&mut report, language(lang)?);
    encode(&report.fix)
}

/// The bytes of a `.reg` file, as regedit writes them.
#[wasm_bindgen(js_name = regBytes, skip_typescript)]
#[must_use]
pub fn reg_bytes(text: &str) -> Vec<u8> {
    fix::reg_text::to_bytes(text)
}

/// Every rule, in words.
///
/// # Errors
///
/// Where the language is none.
#[wasm_bindgen(skip_typescript)]
pub fn rules(lang: Option<String>) -> Result<JsValue, JsError> {
    encode(&mailtls_text::rules(language(lang)?))
}
