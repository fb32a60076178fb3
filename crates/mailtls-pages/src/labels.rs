//! The words of the pages themselves, and those of `mailtls-text`.

#[path = "../../mailtls-text/build/catalog.rs"]
mod catalog;

use mailtls_text::{Lang, text};
use std::collections::BTreeMap;

/// The words of one language.
pub(crate) struct Labels {
    lang: Lang,
    own: BTreeMap<String, String>,
}

impl Labels {
    pub(crate) fn new(lang: Lang) -> Self {
        let source = match lang {
            Lang::Es => include_str!("../locales/es.ftl"),
            Lang::PtBr => include_str!("../locales/pt-BR.ftl"),
            Lang::En | Lang::Pseudo | Lang::PseudoRtl => include_str!("../locales/en.ftl"),
        };
        let read = catalog::read(&source.replace("\r\n", "\n")).unwrap_or_default();
        Self { lang, own: read.into_iter().map(|(key, (_, text))| (key, text)).collect() }
    }

    /// The words of a page, or of the report: whichever has the key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.own.get(key).cloned().or_else(|| text(self.lang, key, &[])).unwrap_or_default()
    }

    /// Every key of the pages' own words.
    #[cfg(test)]
    fn keys(&self) -> Vec<&str> {
        self.own.keys().map(|key| &**key).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_words_and_none_has_gaps() {
        let english = Labels::new(Lang::En);
        assert!(!english.keys().is_empty());
        for lang in Lang::ALL {
            let labels = Labels::new(lang);
            assert_eq!(labels.keys(), english.keys(), "{}", lang.tag());
            for (key, words) in &labels.own {
                assert!(!words.contains([catalog::ARGUMENT, catalog::END]), "{key} has an argument");
            }
        }
    }
}
