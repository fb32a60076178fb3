//! Text of any sort: told apart into the documents it holds, each read by its reader.
//!
//! People paste a question, a bounce and some rows of a log in one go. Lines that show by themselves what they
//! are decide; those between them go with the lines before. Long inputs are read in blocks, so memory is bounded.

use crate::format::detect::{self, Family};
use crate::format::lines::{Line, LineReader};
use crate::format::reg::RegReader;
use crate::format::reg_listing::ListingReader;
use crate::format::smtp_log::lenient;
use crate::format::text::Text;
use crate::format::{Origin, Reader, Sink, deliveries, statements};
use crate::report::DocumentReport;
use crate::session::Source;
use crate::vocabulary::{Direction, Kind};

/// See the module.
#[derive(Debug)]
pub struct PasteReader {
    origin: Origin,
    name: String,
    told: Option<Kind>,
    lines: LineReader,
    /// The bytes of the lines held, from `raw_start` on.
    raw: Vec<u8>,
    raw_start: u64,
    held: Vec<Line<'static>>,
    documents: Vec<DocumentReport>,
    blank: bool,
    /// Whether anything that is read was in it.
    told_something: bool,
    /// What the whole looks like that could not be read otherwise.
    looks: Option<&'static str>,
}

impl PasteReader {
    /// How many bytes are looked at together. A document longer than this is read in parts.
    pub const BLOCK: u64 = 1 << 20;

    /// Reads `source` from `origin` on.
    #[must_use]
    pub fn new(origin: Origin, source: &Source) -> Self {
        Self {
            origin,
            name: source.name.clone(),
            told: source.told_kind,
            lines: LineReader::new(origin),
            raw: Vec::new(),
            raw_start: origin.offset,
            held: Vec::new(),
            documents: Vec::new(),
            blank: true,
            told_something: false,
            looks: None,
        }
    }

    /// Reads the lines held and lets them go.
    fn read_block(&mut self, sink: &mut Sink<'_>) {
        let lines = std::mem::take(&mut self.held);
        let Some(end) = lines.last().map(|line| line.end) else { return };
        if lines.iter().any(|line| !line.text.trim().is_empty()) {
            if self.blank {
                let first = lines.iter().find(|line| !line.text.trim().is_empty());
                self.looks = first.and_then(|line| detect::looks_like(&line.text));
            }
            self.blank = false;
            for part in split(lines, self.told) {
                self.read_part(part, sink);
            }
        }
        let used =
            usize::try_from(end.saturating_sub(self.raw_start)).unwrap_or(usize::MAX).min(self.raw.len());
        self.raw.drain(..used);
        self.raw_start += used as u64;
    }

    fn read_part(&mut self, part: Part, sink: &mut Sink<'_>) {
        let (Some(first), Some(last)) = (part.lines.first(), part.lines.last()) else { return };
        let (start, end) = (first.start, last.end);
        let origin = Origin { offset: start, line: first.number, ..self.origin };
        let mut reader: Box<dyn Reader> = match part.family {
            Family::Reg => Box::new(RegReader::fragment(origin, &self.name)),
            Family::RegListing => Box::new(ListingReader::new(origin, &self.name)),
            Family::Text => return self.read_text(part.lines, sink),
        };
        self.told_something = true;
        let at = |offset: u64| usize::try_from(offset.saturating_sub(self.raw_start)).unwrap_or(usize::MAX);
        let bytes = self.raw.get(at(start)..at(end).min(self.raw.len())).unwrap_or_default();
        reader.feed(bytes, sink);
        reader.finish(sink);
        self.documents.extend(reader.documents());
    }

    /// Reads rows of protocol logs, and everything between them as one text.
    fn read_text(&mut self, lines: Vec<Line<'static>>, sink: &mut Sink<'_>) {
        let told = match self.told {
            Some(Kind::SmtpSendLog) => Some(Direction::Outbound),
            Some(Kind::SmtpReceiveLog) => Some(Direction::Inbound),
            Some(Kind::Ndr | Kind::Queue | Kind::Reg | Kind::EventLog | Kind::MtaLog | Kind::Text) | None => {
                None
            }
        };
        let begins = lines.first().map(|line| line.number);
        let may_hold_rows = told.is_some() || matches!(self.told, None | Some(Kind::Text));
        let blocks = if may_hold_rows { lenient::read(&lines, told, sink) } else { Vec::new() };
        let logs: Vec<(Kind, u64, u64)> = blocks
            .iter()
            .filter_map(|block| {
                let rows = lines.get(block.lines.clone())?;
                Some((block.kind, rows.first()?.number, rows.last()?.number))
            })
            .collect();
        // Both are in order, so each block is looked at once.
        let mut taken = blocks.iter().map(|block| &block.lines).peekable();
        let mut rest: Vec<Line<'static>> = Vec::new();
        for (index, line) in lines.into_iter().enumerate() {
            while taken.next_if(|range| range.end <= index).is_some() {}
            if !taken.peek().is_some_and(|range| range.contains(&index)) {
                rest.push(line);
            }
        }
        self.told_something |= !logs.is_empty();
        let mut documents: Vec<(Kind, &'static str, u64, u64)> =
            logs.into_iter().map(|(kind, first, last)| (kind, "protocol-log", first, last)).collect();
        for part in deliveries::split(rest) {
            let ranges = runs(&part);
            let text = Text::new(part);
            let (kind, form) = self.told.map_or_else(|| classify(&text), |told| (told, told.word()));
            documents.extend(ranges.into_iter().map(|(first, last)| (kind, form, first, last)));
            if let Some(delivery) = statements::read(&text, kind, form) {
                self.told_something |= !delivery.said.is_empty() || !delivery.hops.is_empty();
                sink.facts.delivery.add(delivery);
            }
        }
        crate::order::sort_by_key(&mut documents, |(_, _, first, _)| *first);
        for (kind, form, first, last) in documents {
            self.keep(kind, form, first, last, begins == Some(first));
        }
    }

    /// Notes a document. One that begins with the lines under way may be the rest of the one before them.
    fn keep(&mut self, kind: Kind, form: &str, first_line: u64, last_line: u64, begins: bool) {
        match self.documents.last_mut() {
            Some(last)
                if begins && last.kind == kind && last.form == form && last.last_line + 1 == first_line =>
            {
                last.last_line = last_line;
            }
            _ => self.documents.push(DocumentReport { kind, form: form.to_owned(), first_line, last_line }),
        }
    }
}

impl Reader for PasteReader {
    fn feed(&mut self, chunk: &[u8], sink: &mut Sink<'_>) {
        self.raw.extend_from_slice(chunk);
        let mut lines = std::mem::replace(&mut self.lines, LineReader::new(self.origin));
        let decoder = sink.decoder;
        lines.feed(chunk, decoder, |line| {
            self.held.push(line.to_kept());
            // By where lines end and not by where chunks do: the cut must make no difference.
            let begun = self.held.first().map_or(line.start, |first| first.start);
            if line.end - begun >= Self::BLOCK {
                self.read_block(sink);
            }
        });
        self.lines = lines;
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        let mut lines = std::mem::replace(&mut self.lines, LineReader::new(self.origin));
        lines.finish(sink.decoder, |line| self.held.push(line.to_kept()));
        self.lines = lines;
        self.read_block(sink);
        if self.blank {
            detect::note(self.origin, "input-empty", sink);
        } else if let Some(code) = self.looks.filter(|_| !self.told_something) {
            detect::note(self.origin, code, sink);
        }
    }

    fn lines(&self) -> u64 {
        self.lines.lines()
    }

    fn documents(&self) -> Vec<DocumentReport> {
        if self.documents.is_empty() {
            let (first_line, last_line) = (1, self.lines.lines());
            return vec![DocumentReport { kind: Kind::Text, form: "text".to_owned(), first_line, last_line }];
        }
        self.documents.clone()
    }
}

/// The first and the last number of each run of lines that follow each other and are not all blank.
fn runs(lines: &[Line<'_>]) -> Vec<(u64, u64)> {
    let mut runs: Vec<(u64, u64, bool)> = Vec::new();
    for line in lines {
        let blank = line.text.trim().is_empty();
        match runs.last_mut() {
            Some((_, last, empty)) if *last + 1 == line.number => {
                *last = line.number;
                *empty &= blank;
            }
            _ => runs.push((line.number, line.number, blank)),
        }
    }
    runs.into_iter().filter(|(_, _, empty)| !empty).map(|(first, last, _)| (first, last)).collect()
}

/// Lines of one family.
struct Part {
    family: Family,
    lines: Vec<Line<'static>>,
}

/// Tells the lines apart. What stands between two lines of one family belongs to it; a blank line ends what
/// follows the last of them.
fn split(lines: Vec<Line<'static>>, told: Option<Kind>) -> Vec<Part> {
    if told.is_some_and(|kind| kind != Kind::Reg) {
        return vec![Part { family: Family::Text, lines }];
    }
    let mut shown: Vec<Option<Family>> = lines.iter().map(|line| detect::family(&line.text)).collect();
    if shown.contains(&Some(Family::RegListing)) {
        // Some tools print the values before the key they belong to.
        for (line, family) in lines.iter().zip(&mut shown) {
            if family.is_none() && detect::is_listed_value(&line.text) {
                *family = Some(Family::RegListing);
            }
        }
    }
    let mut families: Vec<Family> = Vec::with_capacity(lines.len());
    let mut next_shown = vec![None; lines.len() + 1];
    for index in (0..lines.len()).rev() {
        let own = shown.get(index).copied().flatten();
        let later = next_shown.get(index + 1).copied().flatten();
        if let Some(slot) = next_shown.get_mut(index) {
            *slot = own.or(later);
        }
    }
    for (index, line) in lines.iter().enumerate() {
        let before = families.last().copied();
        let own = shown.get(index).copied().flatten();
        let next = next_shown.get(index).copied().flatten();
        let family = match (own, before) {
            (Some(family), _) => family,
            // Between two lines of the same family.
            (None, Some(before)) if next == Some(before) => before,
            // A value that goes on.
            (None, Some(before @ (Family::Reg | Family::RegListing)))
                if !detect::unquoted(&line.text).is_empty() =>
            {
                before
            }
            (None, _) => Family::Text,
        };
        families.push(family);
    }
    let mut parts: Vec<Part> = Vec::new();
    for (line, family) in lines.into_iter().zip(families) {
        match parts.last_mut() {
            Some(part) if part.family == family => part.lines.push(line),
            _ => parts.push(Part { family, lines: vec![line] }),
        }
    }
    // Blank lines between two parts are nothing of their own.
    parts.retain(|part| part.lines.iter().any(|line| !line.text.trim().is_empty()));
    parts
}

/// What a text is, by the strongest mark in it.
fn classify(text: &Text) -> (Kind, &'static str) {
    let has = |words: &[&str]| words.iter().any(|word| text.holds(word));
    if has(&[
        "eventid:36",
        "providername=schannel",
        "source:schannel",
        "eventid:",
        "msexchangetransport",
        "msexchangeavailability",
    ]) || (text.holds("schannel") && has(&["3687", "3688", "3686"]))
    {
        let form = if has(&["<event", "xmlns=http://schemas.microsoft.com/win"]) {
            "event-xml"
        } else if has(&[
            "level,dateandtime",
            "keywords,dateandtime",
            "providername,logname",
            "fechayhora,origen",
        ]) {
            "event-csv"
        } else {
            "event"
        };
        return (Kind::EventLog, form);
    }
    if has(&[
        "diagnosticinformationforadministrators",
        "generatingserver:",
        "originalmessageheaders",
        "remoteserverreturned",
    ]) || has(&["diagnosi", "diagnostic"]) && has(&["administrat", "amministrat", "administrador"])
    {
        let online = has(&["prod.outlook.com", "exchangelabs.com", "moreinfoforemailadmins"]);
        return (Kind::Ndr, if online { "exchange-online-ndr" } else { "exchange-ndr" });
    }
    if has(&["reporting-mta:", "final-recipient:", "diagnostic-code:"]) {
        return (Kind::Ndr, "dsn");
    }
    if has(&[
        "led=",
        "lasterror",
        "nexthopdomain",
        "runspaceid",
        "4.4.397",
        "4.4.395",
        "primarytargetipaddress",
        "4504.4.31",
    ]) {
        let form = if has(&["lastattemptedservername", "4504.4.31", "outboundproxytarget"]) {
            "message-trace"
        } else if has(&["lasterror", "nexthopdomain"]) {
            "queue"
        } else {
            "queue-error"
        };
        return (Kind::Queue, form);
    }
    for (form, marks) in [
        ("postfix", &["postfix/", "themailsystemathost"][..]),
        ("exim", &["exim[", "exim4", "t=remote_smtp", "r=dnslookup"]),
        ("sendmail", &["starttls=client", "sendmail[", "sm-mta["]),
        ("iis-smtp", &["outboundconnectioncommand", "outboundconnectionresponse", "smtpsvc1"]),
        ("hmailserver", &["tcpconnection-tls/ssl", "hmailserver"]),
        ("openssl", &["sslroutines", "sslalertnumber"]),
        ("java", &["javax.", "java.net", "sslhandshakeexception"]),
        ("dotnet", &["system.net.mail", "system.net.sockets", "donotpossessacommonalgorithm"]),
    ] {
        if has(marks) {
            return (Kind::MtaLog, form);
        }
    }
    if has(&[
        "returned'5",
        "returned4",
        "queue.expired",
        "undeliverable",
        "unzustellbar",
        "nonremis",
        "didnotreachthefollowing",
        "deliverystatusnotification",
    ]) {
        return (Kind::Ndr, "ndr-text");
    }
    if has(&["4214.4.2", "4515.7.3", "4214.4.1"]) {
        return (Kind::Queue, "queue-error");
    }
    (Kind::Text, "text")
}
