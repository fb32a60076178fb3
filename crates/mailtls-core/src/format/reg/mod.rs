//! `.reg` files, read exactly as Windows imports them.
//!
//! What counts is what an import leaves in the registry, not what the text seems to say: [`import`] gives
//! that state. What Windows drops is a problem with its reason, and is kept apart as what it was meant to be.

mod header;
mod importer;
mod meant;
mod parse;
pub(crate) mod places;
mod state;
mod units;

pub use state::{KeyState, RegistryState, ValueState, import};

use crate::decode::{Encoding, NoDecoder};
use crate::fact::problem::{Problem, ProblemLog};
use crate::fact::server::{Dropped, Meant, Refused, ServerFacts};
use crate::format::{Origin, Reader, Sink};
use crate::registry::{KeyPath, RegData, ValueName};
use crate::report::DocumentReport;
use crate::session::Source;
use crate::span::Mark;
use crate::vocabulary::Kind;
use importer::Importer;
use parse::{Effects, Found};
use places::Interest;
use std::collections::BTreeMap;
use units::Line;

/// Whether an input is to be read as Windows would import it: its user says so, it is named so, or it
/// begins with the header, be it a damaged one.
#[must_use]
pub(super) fn is_file(encoding: Encoding, source: &Source, head: &[u8]) -> bool {
    let ending = source.name.rsplit('.').next().unwrap_or_default();
    if source.told_kind == Some(Kind::Reg) || ending.eq_ignore_ascii_case("reg") {
        return true;
    }
    let start = head.get(..head.len().min(512)).unwrap_or(head);
    let text = encoding.decode(start.get(encoding.bom_len()..).unwrap_or_default(), &NoDecoder, "");
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(is_header)
}

/// Whether a line is the header of a `.reg` file, or was meant to be.
#[must_use]
pub fn is_header(line: &str) -> bool {
    line.len() < 120 && header::resembles(line)
}

/// Whether a line is a section, also a damaged one.
#[must_use]
pub fn is_section(line: &str) -> bool {
    let line = line.trim_start_matches(|character: char| !character.is_alphanumeric() && character != '[');
    let inner = line.strip_prefix('[').map(|inner| inner.trim_start().trim_start_matches('-').trim_start());
    let Some(inner) = inner else { return false };
    let root: String = inner.chars().take(5).collect::<String>().to_ascii_uppercase();
    root == "HKEY_" || root.starts_with("HKLM\\") || root.starts_with("HKCU\\")
}

/// Reads a `.reg` file into facts, keeping the places that matter.
#[derive(Debug)]
pub struct RegReader {
    origin: Origin,
    importer: Importer,
    collector: Collector,
}

impl RegReader {
    /// Reads a file as Windows would: without its header nothing is taken.
    #[must_use]
    pub fn file(origin: Origin, name: &str) -> Self {
        Self::new(origin, name, false)
    }

    /// Reads a part of a paste, which may lack its header.
    #[must_use]
    pub fn fragment(origin: Origin, name: &str) -> Self {
        Self::new(origin, name, true)
    }

    fn new(origin: Origin, name: &str, fragment: bool) -> Self {
        let collector = Collector {
            server: ServerFacts::of(origin.source, name),
            interest: Interest::Elsewhere,
            shown: None,
            shown_dropped: 0,
            meant_key: None,
            meant_line: 0,
            full: false,
        };
        Self { origin, importer: Importer::new(origin, fragment), collector }
    }
}

impl Reader for RegReader {
    fn feed(&mut self, chunk: &[u8], sink: &mut Sink<'_>) {
        let mut effects = Writing { collector: &mut self.collector, problems: &mut sink.facts.problems };
        self.importer.feed(chunk, &mut effects);
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        let mut effects = Writing { collector: &mut self.collector, problems: &mut sink.facts.problems };
        self.importer.finish(&mut effects);
        self.collector.section_over(None);
        let mut server = std::mem::take(&mut self.collector.server);
        places::identify(&mut server);
        sink.facts.add_registry(server);
    }

    fn lines(&self) -> u64 {
        self.importer.count()
    }

    fn documents(&self) -> Vec<DocumentReport> {
        let first_line = self.origin.line;
        let last_line = first_line + self.importer.count().saturating_sub(1);
        vec![DocumentReport { kind: Kind::Reg, form: "reg".to_owned(), first_line, last_line }]
    }
}

/// The facts in the making.
#[derive(Debug)]
struct Collector {
    server: ServerFacts,
    /// What is kept of the open key.
    interest: Interest,
    /// The key kept last, until the next section tells whether something lies below it.
    shown: Option<KeyPath>,
    /// How many dropped lines there were when it was shown.
    shown_dropped: usize,
    /// The key a person would see the next value under.
    meant_key: Option<KeyPath>,
    /// The line whose meaning was told last.
    meant_line: u64,
    /// Whether something was left out for want of room.
    full: bool,
}

impl Collector {
    /// The longest line whose meaning is guessed, in bytes.
    const MEANT: usize = 16 << 10;

    fn section(&mut self, key: &KeyPath) {
        self.section_over(Some(key));
        self.meant_key = Some(key.clone());
    }

    /// Everything below a key is shown where the next section lies below it, and where the section is empty:
    /// nobody writes an empty one for another purpose, and an export shows an empty key as one.
    fn section_over(&mut self, next: Option<&KeyPath>) {
        let Some(key) = self.shown.take() else { return };
        let goes_below = next.is_some_and(|next| next.is_within(&key) && *next != key);
        let is_empty = self.server.dropped.len() == self.shown_dropped
            && self.server.key(&key).is_some_and(|facts| facts.values.is_empty());
        if goes_below || (is_empty && self.interest == Interest::All) {
            self.server.has_tree(&key);
        }
    }

    /// Tells what a dropped line was meant to be, where it speaks of a place that matters.
    fn guess(&mut self, line: &Line<'_>, code: &'static str) {
        if self.meant_line == line.span.line || line.units.len() > Self::MEANT {
            return;
        }
        let text = line.readable();
        let inside = self.meant_key.as_ref().is_some_and(|key| places::interest(key) != Interest::Elsewhere);
        if !inside && !text.contains("HK") && !places::mentions(&text) {
            return;
        }
        self.meant_line = line.span.line;
        let mark = line.mark();
        for meant in meant::read(&text, &mut self.meant_key) {
            let matters = match &meant {
                Meant::Key { key, .. } => {
                    code != "reg-text-after-key" && places::interest(key) != Interest::Elsewhere
                }
                Meant::Value { path, .. } => places::keeps(places::interest(&path.key), path.name.as_str()),
            };
            if matters {
                self.full |= !self.server.drop_line(Dropped { mark: mark.clone(), code, meant });
            }
        }
    }
}

/// The collector at work on one chunk.
struct Writing<'a> {
    collector: &'a mut Collector,
    problems: &'a mut ProblemLog,
}

impl Writing<'_> {
    fn told_full(&mut self, mark: &Mark, was_full: bool) {
        if self.collector.full && !was_full {
            self.problems.note_at(mark.clone(), "reg-too-much");
        }
    }
}

impl Effects for Writing<'_> {
    fn open(&mut self, line: &Line<'_>, key: &KeyPath) {
        self.collector.section(key);
        self.collector.interest = places::interest(key);
        if self.collector.interest == Interest::Elsewhere {
            return;
        }
        let was_full = self.collector.full;
        let mark = line.mark();
        if self.collector.server.has_room(key) {
            self.collector.server.open(key, &mark);
            self.collector.shown = Some(key.clone());
            self.collector.shown_dropped = self.collector.server.dropped.len();
        } else {
            self.collector.interest = Interest::Elsewhere;
            self.collector.full = true;
        }
        self.told_full(&mark, was_full);
    }

    fn delete(&mut self, line: &Line<'_>, key: &KeyPath) {
        self.collector.section(key);
        self.collector.interest = Interest::Elsewhere;
        if places::interest(key) != Interest::Elsewhere && self.collector.server.has_room(key) {
            self.collector.server.delete(key, &line.mark());
        }
    }

    fn wants(&mut self, _key: &KeyPath, name: &[u16]) -> bool {
        match self.collector.interest {
            Interest::All => true,
            Interest::Named([]) | Interest::Elsewhere => {
                // Looked at only where the length is that of a value kept everywhere.
                places::TELLTALE.iter().any(|known| known.len() == name.len())
                    && places::keeps(Interest::Elsewhere, &String::from_utf16_lossy(name))
            }
            named @ Interest::Named(_) => {
                name.len() < 64 && places::keeps(named, &String::from_utf16_lossy(name))
            }
        }
    }

    fn value(&mut self, mark: &Mark, key: &KeyPath, name: &str, data: Option<RegData>) {
        let was_full = self.collector.full;
        let name = ValueName::from(name);
        let server = &mut self.collector.server;
        let kept = server.has_room(key)
            && match data {
                Some(data) => server.set(key, &name, data, mark),
                None => server.unset(key, &name, mark),
            };
        self.collector.full |= !kept;
        self.told_full(mark, was_full);
    }

    fn problem(&mut self, line: &Line<'_>, found: Found) {
        let was_full = self.collector.full;
        if found.dropped {
            self.collector.guess(line, found.code);
        }
        let mark = line.mark();
        self.told_full(&mark, was_full);
        self.problems.note(Problem { mark, code: found.code, args: found.args });
    }

    fn refused(&mut self, line: &Line<'_>, code: &'static str) {
        let mark = line.mark();
        self.collector.server.refused.push(Refused { mark: mark.clone(), code });
        self.problems.note(Problem { mark, code, args: BTreeMap::new() });
    }

    fn unread(&mut self, line: &Line<'_>) {
        let code = self.collector.server.refused.last().map_or("reg-header-missing", |refused| refused.code);
        self.collector.guess(line, code);
    }
}

#[cfg(test)]
mod tests;
