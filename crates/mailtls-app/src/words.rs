//! The page's own sentences, by id, and the few places where numbers and words of the report are shown.

use mailtls_core::vocabulary::{Certainty, Direction, Kind, Severity};
use mailtls_text::Lang;

/// The sentence under `id`.
pub(crate) fn say(lang: Lang, id: &str) -> String {
    say_with(lang, id, &[])
}

/// The sentence under `id`, with its arguments.
pub(crate) fn say_with(lang: Lang, id: &str, args: &[(&str, &str)]) -> String {
    mailtls_text::text(lang, id, args).unwrap_or_else(|| id.to_owned())
}

/// What an input is.
pub(crate) fn kind(lang: Lang, kind: Kind) -> String {
    say(lang, &format!("kind-{}", kind.word()))
}

/// How sure.
pub(crate) fn certainty(lang: Lang, certainty: Certainty) -> String {
    say(lang, &format!("certainty-{}", certainty.word()))
}

/// How bad.
pub(crate) fn severity(lang: Lang, severity: Severity) -> String {
    say(lang, &format!("severity-{}", severity.word()))
}

/// Which way the mail goes.
pub(crate) fn direction(lang: Lang, direction: Direction) -> String {
    say(lang, &format!("direction-{}", direction.word()))
}

/// The id of a rule, if there is a rule of that name.
pub(crate) fn rule_id(name: &str) -> Option<&'static str> {
    mailtls_core::rules::RULES.iter().map(|rule| rule.id.as_str()).find(|id| *id == name)
}

/// A size for people, in tenths of the unit it is told in: with one decimal place below ten, else whole.
pub(crate) fn size(bytes: u64) -> (u64, &'static str) {
    let (unit, name) = match bytes {
        0..1024 => return (bytes * 10, "B"),
        1024..1_048_576 => (1024, "KiB"),
        1_048_576..1_073_741_824 => (1_048_576, "MiB"),
        _ => (1_073_741_824, "GiB"),
    };
    let whole = bytes / unit;
    (if whole < 10 { bytes * 10 / unit } else { whole * 10 }, name)
}

/// A time for people, from seconds: `40 s`, `3 min`, `2 h 5 min`. The signs are those of the SI in every language.
pub(crate) fn seconds(seconds: u64) -> String {
    match seconds {
        0..90 => format!("{seconds} s"),
        90..5400 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::{seconds, size};

    #[test]
    fn times_are_short() {
        assert_eq!(
            (seconds(8), seconds(100), seconds(7500)),
            ("8 s".into(), "2 min".into(), "2 h 5 min".into())
        );
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(999), (9990, "B"));
        assert_eq!(size(1536), (15, "KiB"));
        assert_eq!(size((64 << 20) + 9999), (640, "MiB"));
    }
}
