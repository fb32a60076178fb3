//! SMTP protocol logs of Exchange: whole files as they come, of any size, and the pieces people paste.
//!
//! <https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging>

mod columns;
mod follow;
pub mod lenient;
pub mod search;

use crate::decode::Encoding;
use crate::fact::smtp::trace::{self, Time};
use crate::format::lines::LineReader;
use crate::format::{Origin, Reader, Sink};
use crate::report::DocumentReport;
use crate::session::{Session, Source};
use crate::span::{Mark, Span};
use crate::vocabulary::{Direction, Kind};
use columns::Layout;
use follow::{Follower, Standing};

/// Reads a protocol log row by row. A row is one line: nothing is held but the line under way and the
/// sessions that are open.
#[derive(Debug)]
pub struct SmtpLogReader {
    origin: Origin,
    wide: Option<LineReader>,
    rows: Rows,
    /// The line under way, where a chunk ended inside it.
    carry: Vec<u8>,
    /// Bytes of it that were not kept.
    dropped: u64,
    /// The offset of its first byte.
    offset: u64,
    line: u64,
}

/// What becomes of a line.
#[derive(Debug)]
struct Rows {
    layout: Layout,
    follower: Follower,
    told: Option<Direction>,
    /// The kinds seen, with the line each began at.
    kinds: Vec<(Kind, u64)>,
    /// Whether a row was read.
    begun: bool,
    /// Whether another header came after that.
    turned: bool,
}

impl SmtpLogReader {
    /// The most bytes kept of one line: rows of certificates with many names reach some tens of thousands.
    const LINE: usize = 1 << 20;
    /// The most that is read at once: rows stay in their chunk as long as that is there, and are told where by 32
    /// bits.
    const CHUNK: usize = 4 << 20;

    /// Reads from `origin` on a log of this direction, unless its header says another. `told`: the caller
    /// insists.
    #[must_use]
    pub fn new(origin: Origin, direction: Direction, told: bool) -> Self {
        Self {
            origin,
            wide: (origin.encoding.unit() == 2).then(|| LineReader::new(origin)),
            rows: Rows {
                layout: Layout::Standard,
                follower: Follower::new(direction),
                told: told.then_some(direction),
                kinds: vec![(kind_of(direction), origin.line)],
                begun: false,
                turned: false,
            },
            carry: Vec::new(),
            dropped: 0,
            offset: origin.offset,
            line: origin.line,
        }
    }

    /// The kinds read, with the line each began at; and whether they are read another way at the end than at the
    /// beginning.
    #[must_use]
    pub fn kinds(&self) -> (&[(Kind, u64)], bool) {
        (&self.rows.kinds, self.rows.turned)
    }

    fn lines_of(&mut self, chunk: &[u8], sink: &mut Sink<'_>) {
        let mut from = 0;
        if !self.carry.is_empty() || self.dropped > 0 {
            let Some(newline) = memchr::memchr(b'\n', chunk) else {
                self.keep(chunk);
                return;
            };
            self.keep(chunk.get(..newline).unwrap_or_default());
            self.end_carried(1, sink);
            from = newline + 1;
        }
        // Lines that lie whole in the chunk are read where they are.
        let before = self.offset - from as u64;
        loop {
            let start = before + from as u64;
            let place = Place { origin: self.origin, line: self.line, start };
            if matches!(self.rows.layout, Layout::Standard)
                && let Some(next) = self.rows.follower.quick(chunk, from, place.span(0), &mut sink.facts.smtp)
            {
                self.rows.begun = true;
                self.line += 1;
                from = next;
                continue;
            }
            let rest = chunk.get(from..).unwrap_or_default();
            let Some(length) = memchr::memchr(b'\n', rest) else {
                self.offset = start;
                break;
            };
            if length > Self::LINE {
                let line = rest.get(..length).unwrap_or_default();
                Rows::broken(line, place, "smtp-log-line-too-long", sink);
            } else {
                self.rows.line(chunk, from, length, place, sink);
            }
            self.line += 1;
            from += length + 1;
        }
        self.rows.follower.settle(chunk);
        self.keep(chunk.get(from..).unwrap_or_default());
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = Self::LINE.saturating_sub(self.carry.len());
        let (kept, over) = bytes.split_at(bytes.len().min(room));
        self.carry.extend_from_slice(kept);
        self.dropped += over.len() as u64;
    }

    /// Ends the line that is held back.
    fn end_carried(&mut self, newline: u64, sink: &mut Sink<'_>) {
        let carry = std::mem::take(&mut self.carry);
        let length = carry.len() as u64 + self.dropped;
        let place = Place { origin: self.origin, line: self.line, start: self.offset };
        if self.dropped > 0 {
            Rows::broken(&carry, place, "smtp-log-line-too-long", sink);
        } else {
            self.rows.line(&carry, 0, carry.len(), place, sink);
            self.rows.follower.settle(&carry);
        }
        self.carry = carry;
        self.carry.clear();
        self.dropped = 0;
        self.offset += length + newline;
        self.line += 1;
    }
}

/// Where a line begins.
#[derive(Clone, Copy)]
struct Place {
    origin: Origin,
    line: u64,
    start: u64,
}

impl Place {
    #[inline]
    fn span(self, length: usize) -> Span {
        Span {
            source: self.origin.source,
            line: self.line,
            start: self.start,
            end: self.start + length as u64,
        }
    }
}

impl Reader for SmtpLogReader {
    fn feed(&mut self, chunk: &[u8], sink: &mut Sink<'_>) {
        if let Some(wide) = &mut self.wide {
            let rows = &mut self.rows;
            let decoder = sink.decoder;
            let facts = &mut *sink.facts;
            let origin = self.origin;
            wide.feed(chunk, decoder, |line| {
                rows.wide(line, origin, &mut Sink { facts, decoder });
            });
            return;
        }
        chunk.chunks(Self::CHUNK).for_each(|chunk| self.lines_of(chunk, sink));
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        if let Some(wide) = &mut self.wide {
            let rows = &mut self.rows;
            let decoder = sink.decoder;
            let facts = &mut *sink.facts;
            let origin = self.origin;
            wide.finish(decoder, |line| rows.wide(line, origin, &mut Sink { facts, decoder }));
        } else if !self.carry.is_empty() || self.dropped > 0 {
            self.end_carried(0, sink);
        }
        self.rows.follower.finish(&[], &mut sink.facts.smtp);
    }

    fn lines(&self) -> u64 {
        let under_way = u64::from(!self.carry.is_empty() || self.dropped > 0);
        self.wide.as_ref().map_or(self.line - self.origin.line + under_way, LineReader::lines)
    }

    fn documents(&self) -> Vec<DocumentReport> {
        documents(&self.rows.kinds, self.origin.line + self.lines().saturating_sub(1))
    }
}

impl Rows {
    fn wide(&mut self, line: &crate::format::lines::Line<'_>, origin: Origin, sink: &mut Sink<'_>) {
        // Spans are those of the original bytes; the columns are cut from the decoded line.
        let place = Place { origin, line: line.number, start: line.start };
        let text = line.text.as_bytes();
        if text.first() == Some(&b'#') {
            self.header(text, &[], place, sink);
        } else if let Some(row) = self.layout.row(text) {
            self.begun = true;
            let line = Standing { chunk: &[], text, span: line.span() };
            self.follower.row(&row, line, &mut sink.facts.smtp);
        } else if !line.text.trim().is_empty() {
            Self::broken(text, place, "smtp-log-row", sink);
        }
    }

    /// Reads the line of `length` bytes at `at` in the chunk.
    fn line(&mut self, chunk: &[u8], at: usize, length: usize, place: Place, sink: &mut Sink<'_>) {
        let text = chunk.get(at..at + length).unwrap_or_default();
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let line = Standing { chunk, text, span: place.span(text.len()) };
        let is_row = match &self.layout {
            Layout::Standard => self.follower.standard(line, &mut sink.facts.smtp),
            Layout::Named(_) => match self.layout.row(text) {
                Some(row) => {
                    self.follower.row(&row, line, &mut sink.facts.smtp);
                    true
                }
                None => false,
            },
        };
        if is_row {
            self.begun = true;
        } else if text.first() == Some(&b'#') {
            self.header(text, chunk, place, sink);
        } else if !text.trim_ascii().is_empty() {
            Self::broken(text, place, "smtp-log-row", sink);
        }
    }

    #[cold]
    fn header(&mut self, line: &[u8], chunk: &[u8], place: Place, sink: &mut Sink<'_>) {
        let text = trace::text(line);
        let Some((name, value)) = text.trim_start_matches('#').split_once(':') else { return };
        match name.trim().to_ascii_lowercase().as_str() {
            "log-type" => {
                if let Some(direction) = direction_of_log_type(value) {
                    self.turn(self.told.unwrap_or(direction), place.line, chunk, sink);
                }
            }
            "fields" => match Layout::from_fields(value) {
                Some(layout) => {
                    self.turned |= self.begun && layout != self.layout;
                    self.layout = layout;
                }
                None => {
                    sink.facts.problems.note_at(Mark::new(place.span(line.len()), &text), "smtp-log-fields");
                }
            },
            _ => {}
        }
    }

    /// Another log begins in the same input.
    fn turn(&mut self, direction: Direction, line: u64, chunk: &[u8], sink: &mut Sink<'_>) {
        if direction == self.follower.direction() {
            return;
        }
        self.follower.finish(chunk, &mut sink.facts.smtp);
        self.follower = Follower::new(direction);
        let kind = kind_of(direction);
        match self.kinds.as_mut_slice() {
            // Nothing but its header was read yet.
            [(only, _)] if !self.begun => *only = kind,
            _ => {
                self.turned = true;
                self.kinds.push((kind, line));
            }
        }
    }

    #[cold]
    fn broken(line: &[u8], place: Place, code: &'static str, sink: &mut Sink<'_>) {
        sink.facts.smtp.broken += 1;
        let shown = line.get(..line.len().min(1024)).unwrap_or(line);
        sink.facts.problems.note_at(Mark::new(place.span(line.len()), &trace::text(shown)), code);
    }
}

/// The documents of a log, from the kinds with their first lines.
#[must_use]
pub fn documents(kinds: &[(Kind, u64)], last: u64) -> Vec<DocumentReport> {
    let ends = kinds.iter().skip(1).map(|(_, line)| line - 1).chain([last]);
    let document = |((kind, first_line), last_line): ((Kind, u64), u64)| DocumentReport {
        kind,
        form: "protocol-log".to_owned(),
        first_line,
        last_line,
    };
    kinds.iter().copied().zip(ends).map(document).collect()
}

/// What may be wrong with a line, by the code it is reported under.
pub const PROBLEMS: [&str; 3] = ["smtp-log-row", "smtp-log-line-too-long", "smtp-log-fields"];

/// The kind of a log of this direction.
#[must_use]
pub fn kind_of(direction: Direction) -> Kind {
    if direction == Direction::Inbound { Kind::SmtpReceiveLog } else { Kind::SmtpSendLog }
}

fn direction_of_log_type(value: &str) -> Option<Direction> {
    let value = value.to_ascii_lowercase();
    if value.contains("smtp send protocol log") {
        Some(Direction::Outbound)
    } else if value.contains("smtp receive protocol log") {
        Some(Direction::Inbound)
    } else {
        None
    }
}

/// The reader for an input that is a protocol log and nothing else, judged by its head; `None` where it holds
/// anything else, which [`lenient`] reads as a part of a paste.
#[must_use]
pub fn open(origin: Origin, source: &Source, head: &[u8]) -> Option<SmtpLogReader> {
    let whole = head.len() < Session::HEAD;
    let encoding: Encoding = origin.encoding;
    let skipped = head.get(encoding.bom_len()..).unwrap_or_default();
    let text = if encoding.unit() == 2 {
        encoding.decode(skipped, &crate::decode::NoDecoder, "").into_owned().into_bytes()
    } else {
        skipped.to_vec()
    };
    let told = match source.told_kind {
        Some(Kind::SmtpSendLog) => Some(Direction::Outbound),
        Some(Kind::SmtpReceiveLog) => Some(Direction::Inbound),
        Some(Kind::Ndr | Kind::Queue | Kind::Reg | Kind::EventLog | Kind::MtaLog | Kind::Text) => {
            return None;
        }
        None => None,
    };
    let (direction, layout) = sniff(&text, whole)?;
    let mut reader = SmtpLogReader::new(origin, told.unwrap_or(direction), told.is_some());
    if origin.offset > encoding.bom_len() as u64 {
        // A part from the middle of the file never sees its header.
        reader.rows.layout = layout;
    }
    Some(reader)
}

/// Which log a text is, where all of it is one.
fn sniff(text: &[u8], whole: bool) -> Option<(Direction, Layout)> {
    let mut layout = Layout::Standard;
    let mut from_header = None;
    let mut arrows = Arrows::default();
    let (mut rows, mut others) = (0_u64, 0_u64);
    let (mut first, mut last) = (Time::default(), Time::default());
    let complete = match memchr::memrchr(b'\n', text) {
        Some(end) if !whole => text.get(..end).unwrap_or_default(),
        _ => text,
    };
    for line in complete.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.trim_ascii().is_empty() {
            continue;
        }
        if line.first() == Some(&b'#') {
            let text = trace::text(line);
            let (name, value) = text.trim_start_matches('#').split_once(':').unwrap_or_default();
            if name.trim().eq_ignore_ascii_case("log-type") {
                // A log of another sort has its own header.
                from_header = from_header.or(Some(direction_of_log_type(value)?));
            } else if name.trim().eq_ignore_ascii_case("fields") {
                layout = Layout::from_fields(value).unwrap_or(layout);
            }
        } else if let Some(row) = layout.row(line) {
            rows += 1;
            if rows == 1 {
                first = Time::new(row.time);
            }
            last = Time::new(row.time);
            arrows.count(row.event, row.data, row.local, row.remote);
        } else {
            others += 1;
        }
    }
    if last < first {
        // Newest first: no server writes that.
        return None;
    }
    // A file may hold a broken row; a paste with anything else in it is for `lenient`.
    let is_log = if whole { others == 0 } else { others * 10 <= rows };
    if !is_log || (rows == 0 && from_header.is_none()) {
        return None;
    }
    Some((from_header.or(arrows.direction()).unwrap_or(Direction::Outbound), layout))
}

/// Tells the direction of a log without a header: by who gives the commands, else by whose port is SMTP's.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Arrows {
    outbound: u64,
    inbound: u64,
    ports: i64,
}

impl Arrows {
    pub(super) fn count(&mut self, event: u8, data: &[u8], local: &[u8], remote: &[u8]) {
        let head = data.get(..data.len().min(5)).unwrap_or_default().to_ascii_uppercase();
        let command = [
            &b"EHLO "[..],
            b"HELO ",
            b"START",
            b"X-ANO",
            b"MAIL ",
            b"RCPT ",
            b"BDAT ",
            b"QUIT",
            b"DATA",
            b"AUTH ",
        ]
        .iter()
        .any(|verb| head.starts_with(verb));
        let reply = matches!(data, [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b'-', ..]);
        match event {
            b'>' if command => self.outbound += 1,
            b'<' if command => self.inbound += 1,
            b'<' if reply => self.outbound += 1,
            b'>' if reply => self.inbound += 1,
            _ => {}
        }
        let smtp = |endpoint: &[u8]| {
            [&b":25"[..], b":587", b":465", b":2525", b":717"].iter().any(|port| endpoint.ends_with(port))
        };
        self.ports += i64::from(smtp(remote)) - i64::from(smtp(local));
    }

    pub(super) fn direction(self) -> Option<Direction> {
        match self.outbound.cmp(&self.inbound) {
            std::cmp::Ordering::Greater => Some(Direction::Outbound),
            std::cmp::Ordering::Less => Some(Direction::Inbound),
            std::cmp::Ordering::Equal => match self.ports {
                1.. => Some(Direction::Outbound),
                ..=-1 => Some(Direction::Inbound),
                0 => None,
            },
        }
    }
}
