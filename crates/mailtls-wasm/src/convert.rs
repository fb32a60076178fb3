//! Between JavaScript's values and ours, with errors that say which argument is wrong and how.

use mailtls_core::session::Options;
use mailtls_core::vocabulary::{Kind, Os, Profile};
use mailtls_text::{Format, Lang};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use serde_bytes::ByteBuf;
use std::collections::BTreeMap;
use wasm_bindgen::{JsError, JsValue};

/// One input of `diagnose`.
#[derive(Deserialize)]
pub(crate) struct Input {
    /// Its name in the report.
    pub(crate) name: String,
    /// What it holds: bytes, or text a user pasted.
    #[serde(alias = "text", alias = "data", deserialize_with = "bytes")]
    pub(crate) bytes: Vec<u8>,
    /// What it is, where the caller knows better.
    #[serde(default)]
    pub(crate) kind: Option<String>,
}

/// What a caller may decide.
#[derive(Clone, Copy)]
pub(crate) struct Choices {
    os: Option<Os>,
    profile: Profile,
    pub(crate) lang: Lang,
}

impl Choices {
    /// Of an object, or of nothing.
    pub(crate) fn decode(options: JsValue) -> Result<Self, JsError> {
        let mut written =
            decode::<Option<BTreeMap<String, Option<String>>>>("options", options)?.unwrap_or_default();
        let mut take = |name: &str| written.remove(name).flatten();
        let (os, profile, lang) = (take("os"), self::profile(take("profile"))?, language(take("lang"))?);
        let words = Os::ALL.iter().map(|os| os.word());
        let os = os.map(|word| known("os", &word, Os::from_word(&word), words)).transpose()?;
        match written.keys().next() {
            Some(name) => {
                Err(JsError::new(&format!("there is no option `{name}`; there are os, profile and lang")))
            }
            None => Ok(Self { os, profile, lang }),
        }
    }

    pub(crate) fn options(self) -> Options {
        Options { os: self.os, profile: self.profile, ..Options::default() }
    }
}

/// A number of JavaScript as a place in a file: what is none is the nearest that is one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are what is said above")]
pub(crate) fn count(number: f64) -> u64 {
    number as u64
}

/// The language of that tag, or the first.
pub(crate) fn language(tag: Option<String>) -> Result<Lang, JsError> {
    let Some(tag) = tag else { return Ok(Lang::default()) };
    known("lang", &tag, Lang::from_tag(&tag), Lang::ALL.iter().map(|lang| lang.tag()))
}

/// The kind of that name, where one is told.
pub(crate) fn kind(word: Option<&str>) -> Result<Option<Kind>, JsError> {
    let words = Kind::ALL.iter().map(|kind| kind.word());
    word.map(|word| known("kind", word, Kind::from_word(word), words)).transpose()
}

/// The profile of that name, or the smallest.
pub(crate) fn profile(word: Option<String>) -> Result<Profile, JsError> {
    let Some(word) = word else { return Ok(Options::default().profile) };
    known("profile", &word, Profile::from_word(&word), Profile::ALL.iter().map(|profile| profile.word()))
}

/// The format of that name, or text.
pub(crate) fn format(word: Option<String>) -> Result<Format, JsError> {
    let Some(word) = word else { return Ok(Format::default()) };
    known("format", &word, Format::from_word(&word), Format::ALL.iter().map(|format| format.word()))
}

fn known<T>(
    what: &str,
    word: &str,
    found: Option<T>,
    words: impl Iterator<Item = &'static str>,
) -> Result<T, JsError> {
    found.ok_or_else(|| {
        let words = words.collect::<Vec<_>>().join(", ");
        JsError::new(&format!("{what} `{word}` is not known; it is one of {words}"))
    })
}

/// From JavaScript.
pub(crate) fn decode<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| JsError::new(&format!("{what} has another form than declared: {error}")))
}

/// To JavaScript: maps as objects, what is absent as `null`, as in the JSON.
pub(crate) fn encode<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| JsError::new(&error.to_string()))
}

/// Bytes, or text as UTF-8.
fn bytes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Contents {
        Text(String),
        Bytes(ByteBuf),
    }
    match Contents::deserialize(from) {
        Ok(Contents::Text(text)) => Ok(text.into_bytes()),
        Ok(Contents::Bytes(bytes)) => Ok(bytes.into_vec()),
        Err(_) => Err(D::Error::custom("`bytes` is neither a Uint8Array nor a string")),
    }
}
