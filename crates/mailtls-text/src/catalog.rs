//! The texts, as `build.rs` compiled them from `locales/`.

use crate::Lang;
use crate::pseudo;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

/// Opens the name of an argument in a pattern, as in `build/catalog.rs`.
const ARGUMENT: char = '\u{1}';
/// Closes it.
const END: char = '\u{2}';

/// Stands between two keys and between two texts, as in `build.rs`.
const SEPARATOR: char = '\u{3}';

/// The texts of one language.
struct Catalog {
    /// In the order of `KEYS`; empty where the language lacks one.
    texts: &'static str,
    /// Cut up on first use, sorted by key.
    entries: OnceLock<Vec<(&'static str, &'static str)>>,
}

impl Catalog {
    const fn new(texts: &'static str) -> Self {
        Self { texts, entries: OnceLock::new() }
    }

    fn entries(&'static self) -> &'static [(&'static str, &'static str)] {
        self.entries.get_or_init(|| {
            let entries = KEYS.split(SEPARATOR).zip(self.texts.split(SEPARATOR));
            entries.filter(|(_, text)| !text.is_empty()).collect()
        })
    }
}

/// Words, and the language they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// Their language: English where the one asked for lacks the text.
    pub lang: Lang,
}

/// Every key of a language with its pattern, sorted by key. The pseudo-languages have the keys of English.
#[must_use]
pub fn entries(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::En | Lang::Pseudo | Lang::PseudoRtl => EN.entries(),
        Lang::Es => ES.entries(),
        Lang::PtBr => PT_BR.entries(),
    }
}

/// The names of the arguments a pattern uses, in order.
pub fn arguments(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split(ARGUMENT).skip(1).filter_map(|rest| rest.split(END).next())
}

/// The text under `key`, which is an id or `id.attribute`, with its arguments filled in by name.
#[must_use]
pub fn text(lang: Lang, key: &str, args: &[(&str, &str)]) -> Option<String> {
    lookup(lang, key, args).map(|text| text.words)
}

/// Like [`text`], telling the language found.
#[must_use]
pub fn lookup(lang: Lang, key: &str, args: &[(&str, &str)]) -> Option<Text> {
    let value = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    match (pattern(lang, key), lang) {
        (Some(found), Lang::En | Lang::Es | Lang::PtBr) => {
            Some(Text { words: fill(found, value, str::to_owned), lang })
        }
        (Some(found), Lang::Pseudo | Lang::PseudoRtl) => Some(Text {
            words: pseudo::sentence(lang, &fill(found, value, |part| pseudo::part(lang, part))),
            lang,
        }),
        (None, _) => pattern(Lang::En, key)
            .map(|found| Text { words: fill(found, value, str::to_owned), lang: Lang::En }),
    }
}

fn pattern(lang: Lang, key: &str) -> Option<&'static str> {
    let table = entries(lang);
    let index = table.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    table.get(index).map(|(_, pattern)| *pattern)
}

/// The pattern with its arguments filled in, its own words put through `words`. An argument without a value
/// stays visible as `{$name}`, so that a test finds it.
fn fill<'a>(
    pattern: &str,
    value: impl Fn(&str) -> Option<&'a str>,
    words: impl Fn(&str) -> String,
) -> String {
    let mut filled = String::with_capacity(pattern.len());
    for (index, piece) in pattern.split([ARGUMENT, END]).enumerate() {
        if index % 2 == 0 {
            filled.push_str(&words(piece));
        } else if let Some(value) = value(piece) {
            filled.push_str(value);
        } else {
            filled.push_str("{$");
            filled.push_str(piece);
            filled.push('}');
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_for_the_binary_search() {
        for lang in Lang::ALL {
            assert!(entries(lang).is_sorted_by(|one, two| one.0 < two.0), "{lang:?}");
        }
    }

    #[test]
    fn a_value_never_becomes_a_pattern() {
        let filled = fill("a \u{1}x\u{2} b", |_| Some("\u{1}x\u{2} {$y}"), str::to_owned);
        assert_eq!(filled, "a \u{1}x\u{2} {$y} b");
    }

    #[test]
    fn an_argument_without_a_value_stays_visible() {
        assert_eq!(fill("a \u{1}x\u{2} b", |_| None, str::to_owned), "a {$x} b");
        assert_eq!(arguments("a \u{1}x\u{2} b \u{1}y\u{2}").collect::<Vec<_>>(), ["x", "y"]);
    }

    #[test]
    fn an_unknown_key_has_no_text() {
        assert_eq!(text(Lang::En, "no-such-text", &[]), None);
    }
}
