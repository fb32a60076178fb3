//! Reads protocol logs once more, for what a report has no room for: every session and every row that fits a
//! query, and any session in full.
//!
//! Memory is bounded whatever the size of the logs. Of sessions the first [`Search::SESSIONS`] that fit are kept,
//! and all are counted. Of rows only places are kept: at first of every row, then of every second, fourth, and so
//! on. A window of rows is read again from the nearest place before it, by [`Search::rows`].

use super::columns::Layout;
use super::direction_of_log_type;
use super::follow::session_key;
use crate::decode::Encoding;
use crate::fact::peer::{self, Side};
use crate::fact::smtp::signal::{Agreed, Outcome, TlsVersion};
use crate::fact::smtp::trace::{RowView, Step, Time, Trace, text};
use crate::format::Origin;
use crate::format::lines::LineReader;
use crate::report::{EvidenceReport, TranscriptLine, TranscriptReport};
use crate::span::{SourceId, Span};
use crate::vocabulary::Direction;
use std::collections::BTreeMap;

/// What is looked for. An empty text fits everything; texts fit wherever they stand, in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Rows are wanted, each on its own, and not sessions.
    pub rows: bool,
    /// In the far end's name or address.
    pub peer: String,
    /// In the connector's name.
    pub connector: String,
    /// In the session's id.
    pub session: String,
    /// `failed`, `clear`, `old` (before TLS 1.2), or a version: `TLS 1.0`. Of a row: what the row itself says.
    pub outcome: String,
    /// In any row of the session.
    pub word: String,
    /// How the time of a row begins: `2026-11-03T08`.
    pub time: String,
}

/// An input as it is read again.
#[derive(Clone, Debug)]
struct Input {
    name: String,
    encoding: Encoding,
    layout: Layout,
    direction: Direction,
}

/// Bytes of an input that hold a session, or the beginning of one.
#[derive(Clone, Copy, Debug)]
struct Part {
    source: u32,
    line: u64,
    start: u64,
    end: u64,
}

/// A session under way.
#[derive(Debug)]
struct Open {
    trace: Trace,
    parts: Vec<Part>,
    /// Whether a row fits the word, and one the time.
    word: bool,
    time: bool,
}

/// A session that fits.
#[derive(Debug)]
struct Hit {
    id: Box<str>,
    who: u32,
    result: u32,
    first: Time,
    rows: u64,
    parts: Vec<Part>,
}

/// The far end of a session: name, address, connector, direction, whether it is Microsoft 365.
type Who = (String, String, String, Direction, bool);
/// How a session came out: negotiated version, failure word, clear text.
type Fate = (Option<TlsVersion>, Option<String>, bool);

/// Where a window of rows is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct From {
    /// The input, by the order they were opened in.
    pub source: u32,
    /// Its line that begins at `offset`.
    pub line: u64,
    /// The byte.
    pub offset: u64,
    /// How many rows that fit are passed over.
    pub skip: u64,
}

/// Whether a row is wanted, given as it stands in the log.
pub type RowTest = Box<dyn Fn(&[u8]) -> bool>;

/// See the module.
pub struct Search {
    query: Query,
    fits: Option<RowTest>,
    inputs: Vec<Input>,
    lines: Option<Lines>,
    open: BTreeMap<(Direction, u128), Open>,
    sessions: Vec<Hit>,
    who: Names<Who>,
    fates: Names<Fate>,
    places: Vec<Part>,
    stride: u64,
    count: u64,
    read: u64,
}

impl Search {
    /// The most sessions that are kept.
    pub const SESSIONS: usize = 100_000;
    /// The most places of rows that are kept.
    const PLACES: usize = 1 << 17;
    /// The most sessions under way; one beyond is taken as it is.
    const OPEN: usize = 4096;

    /// A search that has read nothing yet.
    #[must_use]
    pub fn new(query: &Query) -> Self {
        let mut query = query.clone();
        for text in [
            &mut query.peer,
            &mut query.connector,
            &mut query.session,
            &mut query.outcome,
            &mut query.word,
            &mut query.time,
        ] {
            *text = text.trim().to_ascii_lowercase();
        }
        Self {
            query,
            fits: None,
            inputs: Vec::new(),
            lines: None,
            open: BTreeMap::new(),
            sessions: Vec::new(),
            who: Names::default(),
            fates: Names::default(),
            places: Vec::new(),
            stride: 1,
            count: 0,
            read: 0,
        }
    }

    /// Some row of a session must be one that `fits`, besides what the query asks.
    #[must_use]
    pub fn matching(mut self, fits: RowTest) -> Self {
        self.fits = Some(fits);
        self
    }

    /// Opens an input that begins with `head`, which is fed again. `direction` holds until its header says another.
    pub fn open(&mut self, name: &str, direction: Direction, head: &[u8]) {
        self.close();
        let source = u32::try_from(self.inputs.len()).unwrap_or(u32::MAX);
        let input = Input {
            name: name.to_owned(),
            encoding: Encoding::detect(head),
            layout: Layout::Standard,
            direction,
        };
        self.lines = Some(Lines::new(source, &input, 0, 1));
        self.inputs.push(input);
    }

    /// Reads on in the open input.
    pub fn feed(&mut self, chunk: &[u8]) {
        let Some(mut lines) = self.lines.take() else { return };
        lines.feed(chunk, &mut |line, span| self.line(line, span));
        self.lines = Some(lines);
    }

    /// The open input is over. Its sessions may go on in the next.
    fn close(&mut self) {
        if let Some(mut lines) = self.lines.take() {
            lines.finish(&mut |line, span| self.line(line, span));
        }
    }

    /// All was read.
    pub fn finish(&mut self) {
        self.close();
        let open: Vec<_> = std::mem::take(&mut self.open).into_values().collect();
        for open in open {
            self.settle(open);
        }
    }

    /// How many sessions or rows fit so far.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How many of them can be shown.
    #[must_use]
    pub fn shown(&self) -> u64 {
        if self.query.rows { self.count } else { self.sessions.len() as u64 }
    }

    /// How many rows were read.
    #[must_use]
    pub fn rows_read(&self) -> u64 {
        self.read
    }

    fn line(&mut self, line: &[u8], span: Span) {
        let Some(input) = self.inputs.get_mut(span.source.0 as usize) else { return };
        if line.first() == Some(&b'#') {
            input.header(line);
            return;
        }
        let Some(row) = input.layout.row(line) else { return };
        let direction = input.direction;
        self.read += 1;
        if self.query.rows {
            if self.query.fits_row(&row) {
                self.place(span);
            }
        } else {
            self.follow(direction, &row, line, span);
        }
    }

    /// A row that fits.
    fn place(&mut self, span: Span) {
        if self.count.is_multiple_of(self.stride) {
            self.places.push(part_of(span));
            if self.places.len() > Self::PLACES {
                let mut nth = 0_usize;
                self.places.retain(|_| {
                    nth += 1;
                    nth % 2 == 1
                });
                self.stride *= 2;
            }
        }
        self.count += 1;
    }

    fn follow(&mut self, direction: Direction, row: &RowView<'_>, line: &[u8], span: Span) {
        if !holds(row.session, &self.query.session) || !holds(row.connector, &self.query.connector) {
            return;
        }
        let key = (direction, session_key(row.session));
        let begins = row.sequence == b"0" || row.event == b'+';
        let over = |open: &Open| {
            let trace = &open.trace;
            trace.rows() > 0 && (row.sequence == b"0" || trace.has(Step::Connected))
        };
        if begins && self.open.get(&key).is_some_and(over) {
            self.end(&key);
        }
        if self.open.len() >= Self::OPEN && !self.open.contains_key(&key) {
            let first = self.open.iter().min_by_key(|(_, open)| open.trace.place()).map(|(key, _)| *key);
            if let Some(first) = first {
                self.end(&first);
            }
        }
        let open = self.open.entry(key).or_insert_with(|| Open {
            trace: Trace::new(direction),
            parts: Vec::new(),
            word: false,
            time: false,
        });
        open.trace.row(row, line, span);
        open.word =
            open.word || holds(line, &self.query.word) && self.fits.as_ref().is_none_or(|fits| fits(line));
        open.time |= begins_with(row.time, &self.query.time);
        match open.parts.last_mut() {
            Some(part) if part.source == span.source.0 => part.end = span.end,
            Some(_) | None => open.parts.push(part_of(span)),
        }
        if row.event == b'-' {
            self.end(&key);
        }
    }

    fn end(&mut self, key: &(Direction, u128)) {
        if let Some(open) = self.open.remove(key) {
            self.settle(open);
        }
    }

    /// Counts a session if it fits.
    fn settle(&mut self, open: Open) {
        if !open.word || !open.time {
            return;
        }
        let outcome = Outcome::read(&open.trace);
        let peer = &self.query.peer;
        if !holds(outcome.name.as_bytes(), peer) && !holds(outcome.peer.address.as_bytes(), peer) {
            return;
        }
        let version = outcome.agreed.as_ref().map(|agreed| agreed.version);
        if !self.query.fits_outcome(version, outcome.failed.is_some(), outcome.clear) {
            return;
        }
        self.count += 1;
        if self.sessions.len() >= Self::SESSIONS {
            return;
        }
        let microsoft = outcome.side == Side::Microsoft365;
        let hit = Hit {
            id: open.trace.id().into(),
            first: open.trace.first(),
            rows: open.trace.rows(),
            parts: open.parts,
            who: self.who.number((
                outcome.name,
                outcome.peer.address,
                outcome.peer.connector,
                outcome.peer.direction,
                microsoft,
            )),
            result: self.fates.number((version, outcome.failed, outcome.clear)),
        };
        self.sessions.push(hit);
    }

    /// Sessions that fit, from `first` on. Their lines are where they are found: one for each input they lie in,
    /// from the beginning of the session's first row to the end of its last.
    #[must_use]
    pub fn sessions(&self, first: usize, count: usize) -> Vec<TranscriptReport> {
        self.sessions.iter().skip(first).take(count).filter_map(|hit| self.summary(hit)).collect()
    }

    fn summary(&self, hit: &Hit) -> Option<TranscriptReport> {
        let (name, address, connector, direction, microsoft365) = self.who.get(hit.who)?;
        let (version, failed, clear) = self.fates.get(hit.result)?;
        let line = |part: &Part| TranscriptLine {
            time: hit.first.as_str().to_owned(),
            event: String::new(),
            data: String::new(),
            context: String::new(),
            step: String::new(),
            gap: 0,
            evidence: self.evidence(part, String::new()),
        };
        Some(TranscriptReport {
            session: hit.id.to_string(),
            direction: *direction,
            name: name.clone(),
            address: address.clone(),
            connector: connector.clone(),
            microsoft365: *microsoft365,
            negotiated: version.map(|version| version.name().to_owned()),
            failed: failed.clone(),
            clear: *clear,
            rows: hit.rows,
            lines: hit.parts.iter().map(line).collect(),
        })
    }

    fn evidence(&self, part: &Part, quote: String) -> EvidenceReport {
        let source = self.inputs.get(part.source as usize).map(|input| input.name.clone());
        EvidenceReport {
            source: source.unwrap_or_default(),
            line: part.line,
            start: part.start,
            end: part.end,
            quote,
        }
    }

    /// Where the row that fits as number `first` is read from.
    #[must_use]
    pub fn place_of(&self, first: u64) -> Option<From> {
        let nth = usize::try_from(first / self.stride).ok()?;
        let place = self.places.get(nth)?;
        Some(From { source: place.source, line: place.line, offset: place.start, skip: first % self.stride })
    }

    /// The rows that fit among `bytes`, which are those of the input from `from` on, to its end where they are the
    /// `whole` rest: at most `count`. Where there were fewer, the second is from where to read on, which may be an
    /// input that does not exist.
    #[must_use]
    pub fn rows(
        &self,
        from: From,
        bytes: &[u8],
        whole: bool,
        count: usize,
    ) -> (Vec<TranscriptReport>, Option<From>) {
        let Some(input) = self.inputs.get(from.source as usize) else { return (Vec::new(), None) };
        let mut input = input.clone();
        let layout = input.layout.clone();
        let mut found = Vec::new();
        let mut skip = from.skip;
        let mut lines = Lines::new(from.source, &input, from.offset, from.line);
        let mut each = |line: &[u8], span: Span| {
            if line.first() == Some(&b'#') {
                input.header(line);
            } else if let Some(row) = layout.row(line)
                && self.query.fits_row(&row)
            {
                if skip > 0 {
                    skip -= 1;
                } else if found.len() < count {
                    found.push(self.row_report(&input, &row, line, span));
                }
            }
        };
        lines.feed(bytes, &mut each);
        if whole {
            lines.finish(&mut each);
        }
        let (line, offset) = lines.at();
        let more = if found.len() >= count {
            None
        } else if whole {
            Some(From { source: from.source + 1, line: 1, offset: 0, skip })
        } else {
            Some(From { source: from.source, line, offset, skip })
        };
        (found, more)
    }

    fn row_report(&self, input: &Input, row: &RowView<'_>, line: &[u8], span: Span) -> TranscriptReport {
        let remote = text(row.remote);
        TranscriptReport {
            session: text(row.session),
            direction: input.direction,
            name: String::new(),
            address: peer::without_port(&remote).to_owned(),
            connector: text(row.connector),
            microsoft365: false,
            negotiated: None,
            failed: None,
            clear: false,
            rows: 1,
            lines: vec![line_of(row, 0, self.evidence(&part_of(span), text(line)))],
        }
    }

    /// The session `id` in full, from its `parts`: for each the place it begins at, and its bytes.
    #[must_use]
    pub fn transcript(
        &self,
        id: &str,
        connector: &str,
        parts: &[(From, Vec<u8>)],
    ) -> Option<TranscriptReport> {
        let mut input = self.inputs.get(parts.first()?.0.source as usize)?.clone();
        let mut rows: Vec<(u64, Vec<u8>, Span, Layout)> = Vec::new();
        for (from, bytes) in parts {
            input = self.inputs.get(from.source as usize)?.clone();
            let layout = input.layout.clone();
            let mut lines = Lines::new(from.source, &input, from.offset, from.line);
            let mut each = |line: &[u8], span: Span| {
                if let Some(row) = layout.row(line)
                    && row.session == id.as_bytes()
                    && (connector.is_empty() || row.connector == connector.as_bytes())
                    && rows.len() < ROWS
                {
                    let number = text(row.sequence).parse().unwrap_or(rows.len() as u64);
                    rows.push((number, line.to_vec(), span, layout.clone()));
                }
            };
            lines.feed(bytes, &mut each);
            lines.finish(&mut each);
        }
        // Rotated files may have been given in any order; rows are numbered within their session.
        crate::order::sort_by_key(&mut rows, |(number, ..)| *number);
        let mut trace = Trace::new(input.direction);
        for (_, line, span, layout) in &rows {
            if let Some(row) = layout.row(line) {
                trace.row(&row, line, *span);
            }
        }
        let place = |span: Span| (span.source.0, span.start);
        let steps: BTreeMap<(u32, u64), &str> =
            crate::order::map_of(trace.lines().map(|line| (place(line.mark.span), line.step)));
        let mut before: Option<i64> = None;
        let mut lines = Vec::new();
        for (_, line, span, layout) in &rows {
            let Some(row) = layout.row(line) else { continue };
            let now = Time::new(row.time).milliseconds();
            let gap = now.zip(before).map_or(0, |(now, before)| u64::try_from(now - before).unwrap_or(0));
            before = now.or(before);
            let mut shown = line_of(&row, gap, self.evidence(&part_of(*span), text(line)));
            let step = steps.get(&(span.source.0, span.start)).copied();
            step.unwrap_or_default().clone_into(&mut shown.step);
            lines.push(shown);
        }
        let outcome = Outcome::read(&trace);
        Some(TranscriptReport {
            session: id.to_owned(),
            direction: outcome.peer.direction,
            name: outcome.name,
            address: outcome.peer.address,
            connector: outcome.peer.connector,
            microsoft365: outcome.side == Side::Microsoft365,
            negotiated: outcome.agreed.map(|agreed| agreed.version.name().to_owned()),
            failed: outcome.failed,
            clear: outcome.clear,
            rows: trace.rows(),
            lines,
        })
    }
}

/// The most rows of one session that are shown.
const ROWS: usize = 5000;

/// The id of the session a row of a log belongs to, and its connector.
#[must_use]
pub fn session_of(row: &str) -> Option<(String, String)> {
    let row = Layout::Standard.row(row.as_bytes())?;
    Some((text(row.session), text(row.connector)))
}

fn line_of(row: &RowView<'_>, gap: u64, evidence: EvidenceReport) -> TranscriptLine {
    TranscriptLine {
        time: text(row.time),
        event: char::from(row.event).to_string(),
        data: text(row.data),
        context: text(row.context),
        step: String::new(),
        gap,
        evidence,
    }
}

fn part_of(span: Span) -> Part {
    Part { source: span.source.0, line: span.line, start: span.start, end: span.end }
}

impl Query {
    fn fits_row(&self, row: &RowView<'_>) -> bool {
        holds(row.session, &self.session)
            && holds(row.connector, &self.connector)
            && begins_with(row.time, &self.time)
            && (holds(row.remote, &self.peer) || holds(row.data, &self.peer))
            && (holds(row.data, &self.word)
                || holds(row.context, &self.word)
                || holds(row.session, &self.word)
                || holds(row.remote, &self.word))
            && self.fits_what_it_says(row)
    }

    fn fits_what_it_says(&self, row: &RowView<'_>) -> bool {
        if self.outcome.is_empty() {
            return true;
        }
        if row.event != b'*' {
            return false;
        }
        let said = if row.context.is_empty() { row.data } else { row.context };
        if self.outcome == "failed" {
            return said.starts_with(b"TLS negotiation failed");
        }
        said.starts_with(b"TLS protocol ")
            && Agreed::read(&text(said))
                .is_some_and(|agreed| self.fits_outcome(Some(agreed.version), false, false))
    }

    fn fits_outcome(&self, version: Option<TlsVersion>, failed: bool, clear: bool) -> bool {
        match self.outcome.as_str() {
            "" => true,
            "failed" => failed,
            "clear" => clear,
            "old" => version.is_some_and(TlsVersion::is_old),
            name => version.is_some_and(|version| version.name().eq_ignore_ascii_case(name)),
        }
    }
}

/// Whether `needle`, in lower case, stands in `text`, in any case.
fn holds(text: &[u8], needle: &str) -> bool {
    let needle = needle.as_bytes();
    let Some(first) = needle.first() else { return true };
    memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text)
        .any(|at| text.get(at..at + needle.len()).is_some_and(|part| part.eq_ignore_ascii_case(needle)))
}

fn begins_with(text: &[u8], start: &str) -> bool {
    text.get(..start.len()).is_some_and(|part| part.eq_ignore_ascii_case(start.as_bytes()))
}

impl Input {
    #[cold]
    fn header(&mut self, line: &[u8]) {
        let text = text(line);
        let Some((name, value)) = text.trim_start_matches('#').split_once(':') else { return };
        match name.trim().to_ascii_lowercase().as_str() {
            "log-type" => self.direction = direction_of_log_type(value).unwrap_or(self.direction),
            "fields" => self.layout = Layout::from_fields(value).unwrap_or_else(|| self.layout.clone()),
            _ => {}
        }
    }
}

/// Values by number, each kept once.
#[derive(Debug)]
struct Names<T> {
    numbers: BTreeMap<T, u32>,
    values: Vec<T>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { numbers: BTreeMap::new(), values: Vec::new() }
    }
}

impl<T: Clone + Ord> Names<T> {
    fn number(&mut self, value: T) -> u32 {
        if let Some(number) = self.numbers.get(&value) {
            return *number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(value.clone());
        self.numbers.insert(value, number);
        number
    }

    fn get(&self, number: u32) -> Option<&T> {
        self.values.get(number as usize)
    }
}

/// Cuts chunks into lines, each as UTF-8 or as an 8-bit code page, with its place in the original bytes.
#[derive(Debug)]
struct Lines {
    source: SourceId,
    wide: Option<LineReader>,
    /// Bytes of the mark at the beginning, which is no part of the first line.
    mark: usize,
    carry: Vec<u8>,
    dropped: u64,
    offset: u64,
    line: u64,
}

impl Lines {
    /// The most bytes kept of a line; what is longer is no row.
    const LIMIT: usize = 1 << 20;

    fn new(source: u32, input: &Input, offset: u64, line: u64) -> Self {
        let source = SourceId(source);
        let mark = if offset == 0 { input.encoding.bom_len() } else { 0 };
        let offset = offset + mark as u64;
        let origin = Origin { source, encoding: input.encoding, offset, line };
        let wide = (input.encoding.unit() == 2).then(|| LineReader::new(origin));
        Self { source, wide, mark, carry: Vec::new(), dropped: 0, offset, line }
    }

    fn feed(&mut self, chunk: &[u8], each: &mut dyn FnMut(&[u8], Span)) {
        let skipped = self.mark.min(chunk.len());
        self.mark -= skipped;
        let mut chunk = chunk.get(skipped..).unwrap_or_default();
        if let Some(wide) = &mut self.wide {
            wide.feed(chunk, &crate::decode::NoDecoder, |line| each(line.text.as_bytes(), line.span()));
            return;
        }
        while let Some(newline) = memchr::memchr(b'\n', chunk) {
            let (line, rest) = chunk.split_at(newline);
            if self.carry.is_empty() && self.dropped == 0 {
                self.end_line(line, line.len() as u64, each);
            } else {
                self.keep(line);
                let carry = std::mem::take(&mut self.carry);
                let length = carry.len() as u64 + std::mem::take(&mut self.dropped);
                self.end_line(&carry, length, each);
                self.carry = carry;
                self.carry.clear();
            }
            self.offset += 1;
            chunk = rest.get(1..).unwrap_or_default();
        }
        self.keep(chunk);
    }

    fn finish(&mut self, each: &mut dyn FnMut(&[u8], Span)) {
        if let Some(wide) = &mut self.wide {
            wide.finish(&crate::decode::NoDecoder, |line| each(line.text.as_bytes(), line.span()));
        } else if !self.carry.is_empty() || self.dropped > 0 {
            let carry = std::mem::take(&mut self.carry);
            let length = carry.len() as u64 + std::mem::take(&mut self.dropped);
            self.end_line(&carry, length, each);
        }
    }

    /// The line that is under way, and where it begins.
    fn at(&self) -> (u64, u64) {
        self.wide.as_ref().map_or((self.line, self.offset), LineReader::at)
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = Self::LIMIT.saturating_sub(self.carry.len());
        let (kept, over) = bytes.split_at(bytes.len().min(room));
        self.carry.extend_from_slice(kept);
        self.dropped += over.len() as u64;
    }

    fn end_line(&mut self, line: &[u8], length: u64, each: &mut dyn FnMut(&[u8], Span)) {
        if length == line.len() as u64 {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let (start, end) = (self.offset, self.offset + line.len() as u64);
            each(line, Span { source: self.source, line: self.line, start, end });
        }
        self.offset += length;
        self.line += 1;
    }
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "what the tests read is small")]
mod tests {
    use super::*;

    const LOG: &str = "#Software: Microsoft Exchange Server\r\n#Log-type: SMTP Send Protocol Log\r\n\
        #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r\n\
        2026-11-03T08:15:02.000Z,Out,08DE1A0C5B7F2A41,0,10.0.0.1:3,203.0.113.25:25,+,,\r\n\
        2026-11-03T08:15:02.001Z,Out,08DE1A0C5B7F2A41,1,10.0.0.1:3,203.0.113.25:25,<,220 mx.fabrikam.example ready,\r\n\
        2026-11-03T08:15:02.002Z,\"Out, two\",08DE1A0C5B7F2A42,0,10.0.0.1:4,198.51.100.7:25,+,,\r\n\
        hello, this is no row\r\n\
        2026-11-03T08:15:02.003Z,Out,08DE1A0C5B7F2A41,2,10.0.0.1:3,203.0.113.25:25,>,STARTTLS,\r\n\
        2026-11-03T08:15:02.004Z,Out,08DE1A0C5B7F2A41,3,10.0.0.1:3,203.0.113.25:25,<,220 2.0.0 SMTP server ready,\r\n\
        2026-11-03T08:15:09.005Z,Out,08DE1A0C5B7F2A41,4,10.0.0.1:3,203.0.113.25:25,*,,TLS negotiation failed with error SocketError\r\n\
        2026-11-03T08:15:09.006Z,Out,08DE1A0C5B7F2A41,5,10.0.0.1:3,203.0.113.25:25,-,,Local\r\n\
        2026-11-03T08:15:10.000Z,\"Out, two\",08DE1A0C5B7F2A42,1,10.0.0.1:4,198.51.100.7:25,*,,TLS protocol SP_PROT_TLS1_0_CLIENT negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits\r\n";

    fn search(query: &Query, files: &[&[u8]], size: usize) -> Search {
        let mut search = Search::new(query);
        for (nth, bytes) in files.iter().enumerate() {
            search.open(&format!("{nth}.log"), Direction::Outbound, bytes);
            bytes.chunks(size).for_each(|chunk| search.feed(chunk));
        }
        search.finish();
        search
    }

    fn wide(text: &str) -> Vec<u8> {
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    }

    #[test]
    fn a_session_is_found_by_what_it_is_and_read_again_in_full_wherever_the_chunks_are_cut() {
        for bytes in [LOG.as_bytes().to_vec(), wide(LOG)] {
            for size in [1, 7, 4096] {
                let query = Query { outcome: "failed".to_owned(), ..Query::default() };
                let search = search(&query, &[&bytes], size);
                assert_eq!((search.count(), search.rows_read()), (1, 8));
                let [found] = &search.sessions(0, 10)[..] else { panic!("one session") };
                assert_eq!((found.session.as_str(), found.rows), ("08DE1A0C5B7F2A41", 6));
                assert_eq!(found.name, "mx.fabrikam.example");
                let [part] = &found.lines[..] else { panic!("one part") };
                let range = part.evidence.start as usize..part.evidence.end as usize;
                let from = From { source: 0, line: part.evidence.line, offset: part.evidence.start, skip: 0 };
                let whole = search
                    .transcript(&found.session, &found.connector, &[(from, bytes[range].to_vec())])
                    .unwrap();
                assert_eq!((whole.lines.len(), whole.failed.as_deref()), (6, Some("SocketError")));
                assert_eq!((whole.lines[4].gap, whole.lines[4].step.as_str()), (7001, "failed"));
                assert_eq!(whole.lines[4].evidence.line, 10);
            }
        }
    }

    #[test]
    fn sessions_fit_by_peer_connector_version_word_and_time() {
        let count = |query: Query| search(&query, &[LOG.as_bytes()], 100).count();
        let none = Query::default;
        assert_eq!(count(none()), 2);
        assert_eq!(count(Query { peer: "FABRIKAM".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { peer: "198.51.100".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { connector: "out, two".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { session: "08de1a0c5b7f2a42".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { outcome: "TLS 1.0".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { outcome: "old".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { outcome: "TLS 1.2".to_owned(), ..none() }), 0);
        assert_eq!(count(Query { word: "socketerror".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { time: "2026-11-03t08:15:1".to_owned(), ..none() }), 1);
        assert_eq!(count(Query { time: "2026-12".to_owned(), ..none() }), 0);
    }

    #[test]
    fn a_session_that_goes_on_in_the_next_file_is_one() {
        let cut = LOG.find("2026-11-03T08:15:02.004Z").unwrap();
        let (one, two) = LOG.as_bytes().split_at(cut);
        let search = search(&Query { outcome: "failed".to_owned(), ..Query::default() }, &[one, two], 64);
        let [found] = &search.sessions(0, 10)[..] else { panic!("one session") };
        assert_eq!((found.rows, found.lines.len()), (6, 2));
        let part = |nth: usize, bytes: &[u8]| {
            let place = &found.lines[nth].evidence;
            let from = From { source: nth as u32, line: place.line, offset: place.start, skip: 0 };
            (from, bytes[place.start as usize..place.end as usize].to_vec())
        };
        // The later file first: rows are put in order by their numbers.
        let whole = search.transcript(&found.session, "", &[part(1, two), part(0, one)]).unwrap();
        assert_eq!(whole.lines.len(), 6);
        assert_eq!(whole.lines[0].event, "+");
        assert_eq!(whole.lines[5].event, "-");
    }

    #[test]
    fn any_window_of_rows_is_read_again_from_its_place_however_many_there_are() {
        let row = |nth: usize| {
            format!(
                "2026-11-03T08:15:02.000Z,Out,08DE1A0C5B7F2A41,{nth},10.0.0.1:3,203.0.113.25:25,>,RSET {nth},\r\n"
            )
        };
        let log: String = (0..140_000).map(row).collect();
        let query = Query { rows: true, word: "rset".to_owned(), ..Query::default() };
        let search = search(&query, &[log.as_bytes()], 1 << 16);
        assert_eq!(search.count(), 140_000);
        assert!(search.places.len() <= Search::PLACES);
        for first in [0, 1, 65_535, 123_457, 139_990] {
            let from = search.place_of(first).unwrap();
            let bytes = &log.as_bytes()[from.offset as usize..];
            // Read in two pieces, the first of them too short.
            let (mut rows, more) = search.rows(from, &bytes[..bytes.len().min(300)], false, 5);
            if let Some(more) = more {
                let rest = log.as_bytes()[more.offset as usize..].chunks(4096).next().unwrap();
                rows.extend(search.rows(more, rest, true, 5 - rows.len()).0);
            }
            let expected: Vec<String> = (first..first + 5).map(|nth| format!("RSET {nth}")).collect();
            let found: Vec<&str> = rows.iter().map(|row| row.lines[0].data.as_str()).collect();
            assert_eq!(found, expected);
            assert_eq!(rows[0].lines[0].evidence.line, first + 1);
        }
    }
}
