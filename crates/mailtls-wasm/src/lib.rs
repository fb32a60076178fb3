//! Lets JavaScript read mail flow evidence and get the report the command line gives.
//!
//! Every function decodes its arguments, calls, and encodes what comes back. What a name means is written
//! down in the TypeScript declarations, which `cargo xtask dist` makes from the report itself.

mod convert;
mod decoder;

use convert::{Choices, Input, count, decode, encode, format, kind, language, profile};
use decoder::BrowserDecoder;
use mailtls_core::partial::{Part, Partial, Place};
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

    /// Takes in what [`Apart`] read, behind the inputs that are here.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else, or another version's.
    pub fn take(&mut self, partial: &[u8]) -> Result<(), JsError> {
        self.session.take_all(&Partial::from_bytes(partial)?);
        Ok(())
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

/// Reads inputs apart, in a worker each: what leaves it are bytes for [`Session::take`].
#[wasm_bindgen(skip_typescript)]
pub struct Apart {
    session: session::Session,
}

#[wasm_bindgen]
impl Apart {
    /// Nothing read yet.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript has no defaults")]
    #[must_use]
    pub fn new() -> Apart {
        Self { session: session::Session::apart(Box::new(BrowserDecoder)) }
    }

    /// Opens an input, closing the one before, with its place among all; of a part of a log also the head of the
    /// file and where in it the part begins.
    ///
    /// # Errors
    ///
    /// Where `told` is no kind of input.
    #[expect(clippy::needless_pass_by_value, reason = "what may be absent, JavaScript hands over owned")]
    pub fn open(
        &mut self,
        name: &str,
        told: Option<String>,
        position: Option<u32>,
        head: Option<Vec<u8>>,
        offset: Option<f64>,
    ) -> Result<(), JsError> {
        let part = head.as_deref().map(|head| Part { head, offset: count(offset.unwrap_or_default()) });
        let position = u64::from(position.unwrap_or_default());
        self.session.open_part(Place { position, name, told_kind: kind(told.as_deref())?, part });
        Ok(())
    }

    /// Reads on in the open input.
    pub fn feed(&mut self, chunk: &[u8]) {
        self.session.feed(chunk);
    }

    /// What was read, for [`Session::take`] and [`merge`]. Nothing is left in here.
    pub fn finish(&mut self) -> Vec<u8> {
        self.session.partial().to_bytes()
    }
}

/// Both together, in any order and grouped in any way the same. Parts of one file must meet before they are taken.
///
/// # Errors
///
/// Where one of them is something else, or another version's.
#[wasm_bindgen(skip_typescript)]
pub fn merge(one: &[u8], other: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(Partial::merge(Partial::from_bytes(one)?, Partial::from_bytes(other)?).to_bytes())
}

/// Whether the file that begins with `head` is a log that may be read in parts, each from behind a line feed on.
#[wasm_bindgen(js_name = canBeSplit, skip_typescript)]
#[must_use]
pub fn can_be_split(name: &str, head: &[u8]) -> bool {
    session::Session::can_be_split(name, None, head)
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
