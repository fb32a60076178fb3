//! The languages.

/// A language texts are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
    /// Brazilian Portuguese.
    PtBr,
    /// English lengthened and accented, for tests of the page.
    Pseudo,
    /// English from right to left, for tests of the page.
    PseudoRtl,
}

impl Lang {
    /// Every language with texts of its own, the first complete by definition.
    pub const ALL: [Self; 3] = [Self::En, Self::Es, Self::PtBr];

    /// The languages for tests, derived from the first of [`Lang::ALL`].
    pub const PSEUDO: [Self; 2] = [Self::Pseudo, Self::PseudoRtl];

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::PtBr => "pt-BR",
            Self::Pseudo => "en-XA",
            Self::PseudoRtl => "ar-XB",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::PtBr => "Português (Brasil)",
            Self::Pseudo => "Pseudo",
            Self::PseudoRtl => "Pseudo RTL",
        }
    }

    /// Which way it is written, as HTML's `dir` says it.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En | Self::Es | Self::PtBr | Self::Pseudo => "ltr",
            Self::PseudoRtl => "rtl",
        }
    }

    /// The language for a BCP 47 tag: the exact one, else by its primary subtag, in any letter case.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let exact = Self::PSEUDO.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag));
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        exact.or_else(|| {
            Self::ALL.into_iter().find(|lang| {
                lang.tag().split('-').next().is_some_and(|known| known.eq_ignore_ascii_case(primary))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_finds_its_language_in_any_case_and_region() {
        for lang in Lang::ALL.into_iter().chain(Lang::PSEUDO) {
            assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
        }
        assert_eq!(Lang::from_tag("PT"), Some(Lang::PtBr));
        assert_eq!(Lang::from_tag("es_MX"), Some(Lang::Es));
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("de"), None);
    }
}
