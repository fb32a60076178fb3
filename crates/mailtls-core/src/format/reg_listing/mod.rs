//! Registry values as other tools list them: `reg query`, PowerShell, Exchange HealthChecker.
//!
//! They tell what is on a server, as an export does, and go into the same facts.

mod health;
mod powershell;
mod query;

use crate::decode::{Encoding, NoDecoder};
use crate::fact::server::ServerFacts;
use crate::format::lines::{Line, LineReader};
use crate::format::reg;
use crate::format::reg::places;
use crate::format::{Origin, Reader, Sink};
use crate::registry::{KeyPath, RegData, ValueName, compare};
use crate::report::DocumentReport;
use crate::session::Source;
use crate::span::Mark;
use crate::vocabulary::Kind;
use std::cmp::Ordering;

/// Which tool a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `reg query`.
    RegQuery,
    /// `Get-ItemProperty`, `Get-ChildItem`.
    PowerShell,
    /// Exchange HealthChecker.
    HealthChecker,
}

impl Form {
    /// The name in a report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::RegQuery => "reg-query",
            Self::PowerShell => "powershell",
            Self::HealthChecker => "health-checker",
        }
    }
}

/// The tool that wrote this line, where the line alone tells.
#[must_use]
pub fn recognise(line: &str) -> Option<Form> {
    // Every line that tells has a path, a field or a type in it, or is one of two heads.
    let may_tell = line.contains(['\\', ':', '_', 'q', 'Q']) || line.trim_start().starts_with(['E', 'R']);
    if !may_tell {
        return None;
    }
    if query::value(line).is_some() || query::command(line).is_some() || query::is_key(line) {
        return Some(Form::RegQuery);
    }
    if powershell::is_path(line) || powershell::hive(line).is_some() || powershell::command(line).is_some() {
        return Some(Form::PowerShell);
    }
    health::is_mark(line).then_some(Form::HealthChecker)
}

/// The tool that wrote this text: the first line that tells.
#[must_use]
pub fn recognise_text(text: &str) -> Option<Form> {
    text.lines().find_map(recognise)
}

/// Whether an input that is said to be of the registry, by its user or its name, is a listing.
#[must_use]
pub(super) fn is_file(encoding: Encoding, source: &Source, head: &[u8]) -> bool {
    if source.told_kind != Some(Kind::Reg) && !source.name.to_ascii_lowercase().ends_with(".reg") {
        return false;
    }
    let text = encoding.decode(head.get(encoding.bom_len()..).unwrap_or_default(), &NoDecoder, "");
    let is_script = |line: &str| reg::is_header(line) || reg::is_section(line);
    !text.lines().any(is_script) && recognise_text(&text).is_some()
}

/// Reads listings of any of the forms, also several in one text.
#[derive(Debug)]
pub struct ListingReader {
    origin: Origin,
    lines: LineReader,
    listing: Listing,
}

impl ListingReader {
    /// Reads from `origin` on; `name` is that of the source.
    #[must_use]
    pub fn new(origin: Origin, name: &str) -> Self {
        let listing = Listing {
            server: ServerFacts::of(origin.source, name),
            form: None,
            query: query::Query::default(),
            powershell: powershell::PowerShell::default(),
            health: health::Health::default(),
        };
        Self { origin, lines: LineReader::new(origin), listing }
    }
}

impl Reader for ListingReader {
    fn feed(&mut self, chunk: &[u8], sink: &mut Sink<'_>) {
        let Self { lines, listing, .. } = self;
        lines.feed(chunk, sink.decoder, |line| listing.line(line));
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        let Self { lines, listing, .. } = self;
        lines.finish(sink.decoder, |line| listing.line(line));
        listing.powershell.finish(&mut listing.server);
        let mut server = std::mem::take(&mut listing.server);
        places::identify(&mut server);
        sink.facts.add_registry(server);
    }

    fn lines(&self) -> u64 {
        self.lines.lines()
    }

    fn documents(&self) -> Vec<DocumentReport> {
        let first_line = self.origin.line;
        let last_line = first_line + self.lines.lines().saturating_sub(1);
        let form = self.listing.form.unwrap_or(Form::RegQuery).word().to_owned();
        vec![DocumentReport { kind: Kind::Reg, form, first_line, last_line }]
    }
}

#[derive(Debug)]
struct Listing {
    server: ServerFacts,
    form: Option<Form>,
    query: query::Query,
    powershell: powershell::PowerShell,
    health: health::Health,
}

impl Listing {
    fn line(&mut self, line: &Line<'_>) {
        let text = line.text.trim_start_matches('\u{FEFF}').trim_end();
        let mark = line.mark();
        self.form = self.form.or_else(|| recognise(text));
        let taken = self.query.line(text, &mark, &mut self.server);
        if !taken && !self.powershell.line(text, &mark, &mut self.server) {
            self.health.line(text, &mark, &mut self.server);
        }
    }
}

/// A value goes into the facts where it is one that matters.
fn set(server: &mut ServerFacts, key: &KeyPath, name: &str, data: RegData, mark: &Mark) {
    if places::keeps(places::interest(key), name) && server.has_room(key) {
        server.set(key, &ValueName::from(name), data, mark);
    }
}

/// A value is said not to be there.
fn unset(server: &mut ServerFacts, key: &KeyPath, name: &str, mark: &Mark) {
    if places::keeps(places::interest(key), name) && server.has_room(key) {
        server.unset(key, &ValueName::from(name), mark);
    }
}

/// A path as tools write it, with its root spelled out: `HKLM:\…`, `Registry::HKEY_…`, `\\EX01\HKLM\…`.
fn path(text: &str) -> Option<KeyPath> {
    let text = text.trim().trim_matches(['"', '\'']);
    let text = text.rsplit_once("::").map_or(text, |(_, path)| path);
    let text = text.strip_prefix("Computer\\").unwrap_or(text);
    let text = match text.strip_prefix("\\\\") {
        Some(remote) => remote.split_once('\\')?.1,
        None => text,
    };
    let (root, below) = text.split_once('\\').unwrap_or((text, ""));
    let root = root.trim_end_matches(':');
    let long = ROOTS.iter().find(|(short, long)| {
        compare(short, root) == Ordering::Equal || compare(long, root) == Ordering::Equal
    })?;
    let below = below.trim_end_matches(['\\', '*']);
    Some(KeyPath(if below.is_empty() { long.1.to_owned() } else { format!("{}\\{below}", long.1) }))
}

const ROOTS: &[(&str, &str)] = &[
    ("HKLM", "HKEY_LOCAL_MACHINE"),
    ("HKCU", "HKEY_CURRENT_USER"),
    ("HKCR", "HKEY_CLASSES_ROOT"),
    ("HKU", "HKEY_USERS"),
    ("HKCC", "HKEY_CURRENT_CONFIG"),
];

#[cfg(test)]
mod tests;
