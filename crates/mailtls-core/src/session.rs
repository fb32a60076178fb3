//! The only engine: inputs are opened, fed in chunks and closed; `finish` gives the report of all of them.

use crate::assemble;
use crate::decode::{Decoder, Encoding, NoDecoder};
use crate::fact::Facts;
use crate::format::smtp_log::{self, SmtpLogReader};
use crate::format::{Origin, Reader, Sink};
use crate::partial::{Content, Input, Log, LogPart, Partial, Place};
use crate::report::{DocumentReport, Report};
use crate::rule;
use crate::rules::RULES;
use crate::span::{SourceId, Span};
use crate::vocabulary::{Kind, Os, Profile};

/// What a caller may decide.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The Windows release the defaults are taken from; `None`: what the input tells, else a modern one.
    pub os: Option<Os>,
    /// How much the fix changes.
    pub profile: Profile,
    /// Whether the fix also deletes what stands where Windows never looks.
    pub strays: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { os: None, profile: Profile::Minimal, strays: false }
    }
}

/// What is known of an input besides its facts.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name, unique in the session.
    pub name: String,
    /// How its bytes spell characters.
    pub encoding: Encoding,
    /// Its length so far.
    pub bytes: u64,
    /// Its lines so far.
    pub lines: u64,
    /// What it is made of.
    pub documents: Vec<DocumentReport>,
    /// A kind the caller insists on.
    pub told_kind: Option<Kind>,
}

/// Reads any number of inputs, one after the other.
pub struct Session {
    options: Options,
    decoder: Box<dyn Decoder>,
    facts: Facts,
    sources: Vec<Source>,
    /// The input that is open.
    current: usize,
    intake: Option<Intake>,
    /// What is read apart, an entry a source; `None` in a session that makes a report.
    apart: Option<Vec<Input>>,
}

/// The input that is open.
enum Intake {
    /// Its head, until there is enough to tell what it is.
    Head(Vec<u8>),
    /// Told.
    Reading(Box<dyn Reader>),
    /// Read apart: a protocol log.
    Log(Box<SmtpLogReader>),
    /// Read apart: anything else, as it is.
    Kept(Vec<u8>),
}

impl Session {
    /// How much of an input is looked at to tell what it is.
    pub const HEAD: usize = 64 << 10;

    /// An empty session.
    #[must_use]
    pub fn new(options: Options, decoder: Box<dyn Decoder>) -> Self {
        let facts = Facts { told_os: options.os, ..Facts::default() };
        Self { options, decoder, facts, sources: Vec::new(), current: 0, intake: None, apart: None }
    }

    /// A session that makes no report but a [`Partial`]: see [`crate::partial`].
    #[must_use]
    pub fn apart(decoder: Box<dyn Decoder>) -> Self {
        Self { apart: Some(Vec::new()), ..Self::new(Options::default(), decoder) }
    }

    /// Whether an input that begins with `head` is a protocol log and nothing else: what is worth reading apart.
    #[must_use]
    pub fn is_log(name: &str, told_kind: Option<Kind>, head: &[u8]) -> bool {
        let head = head.get(..Self::HEAD).unwrap_or(head);
        log_reader(name, told_kind, head, None).is_some()
    }

    /// Whether such an input may be read in parts: each begins where a line does, right behind a line feed.
    #[must_use]
    pub fn can_be_split(name: &str, told_kind: Option<Kind>, head: &[u8]) -> bool {
        let head = head.get(..Self::HEAD).unwrap_or(head);
        log_reader(name, told_kind, head, None).is_some_and(|(encoding, _)| encoding.unit() == 1)
    }

    /// Opens an input, closing the one before. A name already used gets a number.
    pub fn open(&mut self, name: &str) -> SourceId {
        self.open_as(name, None)
    }

    /// Opens an input whose kind the user knows better.
    pub fn open_as(&mut self, name: &str, told_kind: Option<Kind>) -> SourceId {
        let id = self.reserve(name, told_kind);
        self.open_reserved(id);
        id
    }

    /// Gives an input its place among the others before it is read, with [`Self::open_reserved`] or, apart, with
    /// [`Self::take`].
    pub fn reserve(&mut self, name: &str, told_kind: Option<Kind>) -> SourceId {
        let taken = |name: &str| self.sources.iter().any(|source| source.name == name);
        let mut unique = name.to_owned();
        let mut number = 2;
        while taken(&unique) {
            unique = format!("{name} ({number})");
            number += 1;
        }
        let id = SourceId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.sources.push(Source {
            name: unique,
            encoding: Encoding::default(),
            bytes: 0,
            lines: 0,
            documents: Vec::new(),
            told_kind,
        });
        id
    }

    /// Opens an input that has its place, closing the one before.
    pub fn open_reserved(&mut self, id: SourceId) {
        self.close();
        self.current = id.0 as usize;
        self.intake = Some(Intake::Head(Vec::new()));
    }

    /// Opens an input, or a part of one, to read it apart.
    pub fn open_part(&mut self, place: Place<'_>) {
        self.close();
        let id = SourceId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.current = self.sources.len();
        self.sources.push(Source {
            name: place.name.to_owned(),
            encoding: Encoding::default(),
            bytes: 0,
            lines: 0,
            documents: Vec::new(),
            told_kind: place.told_kind,
        });
        self.apart.get_or_insert_default().push(Input {
            position: place.position,
            name: place.name.to_owned(),
            told_kind: place.told_kind,
            split: place.part.is_some(),
            fingerprint: 0,
            content: Content::Kept(Vec::new()),
        });
        self.intake = Some(Intake::Head(Vec::new()));
        if let Some(part) = place.part.filter(|part| part.offset > 0) {
            let head = part.head.get(..Self::HEAD).unwrap_or(part.head);
            let opened = log_reader(place.name, place.told_kind, head, Some((id, part.offset)));
            self.note_head(head, part.offset, opened.as_ref().map(|(encoding, _)| *encoding));
            self.intake = Some(match opened {
                Some((_, reader)) => Intake::Log(Box::new(reader)),
                None => Intake::Kept(Vec::new()),
            });
        }
    }

    /// Says of which server an input is, whatever it tells itself.
    pub fn of_server(&mut self, id: SourceId, name: &str) {
        if !name.is_empty() {
            self.facts.told_servers.insert(id, name.to_owned());
        }
    }

    /// Reads on in the open input; without one, opens `input`.
    pub fn feed(&mut self, chunk: &[u8]) {
        if self.intake.is_none() {
            self.open("input");
        }
        if let Some(source) = self.sources.get_mut(self.current) {
            source.bytes += chunk.len() as u64;
        }
        match &mut self.intake {
            Some(Intake::Head(head)) => {
                head.extend_from_slice(chunk);
                if head.len() >= Self::HEAD {
                    self.begin();
                }
            }
            Some(Intake::Reading(reader)) => {
                reader.feed(chunk, &mut Sink { facts: &mut self.facts, decoder: &*self.decoder });
            }
            Some(Intake::Log(reader)) => {
                reader.feed(chunk, &mut Sink { facts: &mut self.facts, decoder: &*self.decoder });
            }
            Some(Intake::Kept(bytes)) => bytes.extend_from_slice(chunk),
            None => {}
        }
    }

    /// The open input is over.
    pub fn close(&mut self) {
        if let Some(Intake::Head(_)) = self.intake {
            self.begin();
        }
        let mut sink = Sink { facts: &mut self.facts, decoder: &*self.decoder };
        match self.intake.take() {
            Some(Intake::Reading(mut reader)) => {
                reader.finish(&mut sink);
                if let Some(source) = self.sources.get_mut(self.current) {
                    source.lines = reader.lines();
                    source.documents = reader.documents();
                }
            }
            Some(Intake::Log(mut reader)) => {
                reader.finish(&mut sink);
                self.note_log(&reader);
            }
            Some(Intake::Kept(bytes)) => {
                if let Some(input) = self.apart.as_mut().and_then(|inputs| inputs.last_mut()) {
                    input.content = Content::Kept(bytes);
                }
            }
            Some(Intake::Head(_)) | None => {}
        }
    }

    /// Closes what is open and reports on everything so far. May be called again after more input.
    pub fn finish(&mut self) -> Report {
        self.close();
        self.facts.smtp.settle();
        let findings = rule::run(RULES, &self.facts);
        assemble::report(&self.facts, &self.sources, &findings, self.options)
    }

    /// Reports on the same facts under other options, without reading again.
    pub fn finish_with(&mut self, options: Options) -> Report {
        self.options = options;
        self.facts.told_os = options.os;
        self.finish()
    }

    /// Closes what is open and gives what was read apart. The session is empty then.
    pub fn partial(&mut self) -> Partial {
        self.close();
        let inputs = self.apart.as_mut().map(std::mem::take).unwrap_or_default();
        let facts = std::mem::take(&mut self.facts);
        self.sources.clear();
        // Merged with nothing, so that its inputs stand in their order.
        Partial::merge(Partial { inputs, smtp: facts.smtp }, Partial::default())
    }

    /// Takes in the only input of a partial at the place reserved for it. What it came in as, or in how many
    /// parts, cannot be seen in the report.
    pub fn take(&mut self, id: SourceId, partial: &Partial) {
        self.take_at(&[id], partial);
    }

    /// Takes in a partial of inputs that have their places here: the position of each is the one reserved for it.
    pub fn take_reserved(&mut self, partial: &Partial) {
        let id = |input: &Input| SourceId(u32::try_from(input.position).unwrap_or(u32::MAX));
        let ids: Vec<SourceId> = partial.inputs.iter().map(id).collect();
        self.take_at(&ids, partial);
    }

    /// Takes in a partial, its inputs behind those that are here.
    pub fn take_all(&mut self, partial: &Partial) {
        let reserve = |input: &Input| self.reserve(&input.name, input.told_kind);
        let ids: Vec<SourceId> = partial.inputs.iter().map(reserve).collect();
        self.take_at(&ids, partial);
    }

    fn take_at(&mut self, ids: &[SourceId], partial: &Partial) {
        self.close();
        let mut smtp = partial.smtp.clone();
        smtp.move_spans(&|span| match partial.inputs.get(span.source.0 as usize) {
            Some(input) => {
                let source = ids.get(span.source.0 as usize).copied().unwrap_or(span.source);
                input.moved(Span { source, ..span })
            }
            None => span,
        });
        self.facts.smtp.merge(&smtp);
        for (input, id) in partial.inputs.iter().zip(ids) {
            match &input.content {
                Content::Kept(bytes) => {
                    self.open_reserved(*id);
                    self.feed(bytes);
                    self.close();
                }
                Content::Log(log) => {
                    for (code, count, marks) in &log.problems {
                        let Some(code) = smtp_log::PROBLEMS.get(usize::from(*code)) else { continue };
                        let moved = |mark: &crate::span::Mark| {
                            let span = input.moved(Span { source: *id, ..mark.span });
                            crate::span::Mark { span, quote: mark.quote.clone() }
                        };
                        let marks: Vec<_> = marks.iter().map(moved).collect();
                        self.facts.problems.note_many(*id, code, *count, &marks);
                    }
                    if let Some(source) = self.sources.get_mut(id.0 as usize) {
                        source.encoding = log.encoding;
                        source.bytes = log.parts.iter().map(|part| part.bytes).sum();
                        source.lines = log.parts.iter().map(|part| part.lines).sum();
                        source.documents = smtp_log::documents(&log.kinds(), source.lines);
                    }
                }
            }
        }
    }

    /// Remembers of the open input, read apart, how it begins.
    fn note_head(&mut self, head: &[u8], offset: u64, log: Option<Encoding>) {
        let Some(input) = self.apart.as_mut().and_then(|inputs| inputs.last_mut()) else { return };
        // FNV-1a, as much of it as fits the form numbers are written in.
        input.fingerprint = head.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        }) >> 16;
        if let Some(encoding) = log {
            let part = LogPart { offset, bytes: 0, lines: 0, kinds: Vec::new(), turned: false };
            input.content = Content::Log(Log { encoding, parts: vec![part], problems: Vec::new() });
        }
    }

    /// Remembers of a log, read apart, what it came to.
    fn note_log(&mut self, reader: &SmtpLogReader) {
        let id = SourceId(u32::try_from(self.current).unwrap_or(u32::MAX));
        let bytes = self.sources.get(self.current).map_or(0, |source| source.bytes);
        let Some(Input { content: Content::Log(log), .. }) =
            self.apart.as_mut().and_then(|inputs| inputs.last_mut())
        else {
            return;
        };
        for part in &mut log.parts {
            let (kinds, turned) = reader.kinds();
            *part =
                LogPart { offset: part.offset, bytes, lines: reader.lines(), kinds: kinds.to_vec(), turned };
        }
        for (at, code) in (0_u8..).zip(smtp_log::PROBLEMS) {
            let kept = self.facts.problems.kept().iter();
            let own = kept.filter(|problem| problem.mark.span.source == id && problem.code == code);
            let count = self.facts.problems.count(id, code);
            if count > 0 {
                log.problems.push((at, count, own.map(|problem| problem.mark.clone()).collect()));
            }
        }
    }

    /// Tells what the open input is and hands its head to the reader for it.
    fn begin(&mut self) {
        let Some(Intake::Head(head)) = self.intake.take() else { return };
        let id = SourceId(u32::try_from(self.current).unwrap_or(u32::MAX));
        if self.apart.is_some() {
            self.begin_apart(id, head);
            return;
        }
        let Some(source) = self.sources.get_mut(self.current) else { return };
        // Never more than this, however large the first chunk was: the cut must make no difference.
        let sample = head.get(..Self::HEAD).unwrap_or(&head);
        source.encoding = Encoding::detect(sample);
        let skipped = source.encoding.bom_len();
        let origin = Origin { source: id, encoding: source.encoding, offset: skipped as u64, line: 1 };
        let mut reader: Box<dyn Reader> = crate::format::open(origin, source, sample);
        let mut sink = Sink { facts: &mut self.facts, decoder: &*self.decoder };
        reader.feed(head.get(skipped..).unwrap_or_default(), &mut sink);
        self.intake = Some(Intake::Reading(reader));
    }

    fn begin_apart(&mut self, id: SourceId, head: Vec<u8>) {
        let Some(source) = self.sources.get(self.current) else { return };
        let sample = head.get(..Self::HEAD).unwrap_or(&head);
        let opened = log_reader(&source.name, source.told_kind, sample, Some((id, 0)));
        self.note_head(sample, 0, opened.as_ref().map(|(encoding, _)| *encoding));
        self.intake = Some(match opened {
            Some((encoding, mut reader)) => {
                let mut sink = Sink { facts: &mut self.facts, decoder: &*self.decoder };
                reader.feed(head.get(encoding.bom_len()..).unwrap_or_default(), &mut sink);
                Intake::Log(Box::new(reader))
            }
            None => Intake::Kept(head),
        });
    }
}

/// The reader for an input that begins with `head`, where that is a log: from `offset` on, as source `id`.
fn log_reader(
    name: &str,
    told_kind: Option<Kind>,
    head: &[u8],
    part: Option<(SourceId, u64)>,
) -> Option<(Encoding, SmtpLogReader)> {
    let encoding = Encoding::detect(head);
    let (id, offset) = part.unwrap_or((SourceId(0), 0));
    let offset = offset.max(encoding.bom_len() as u64);
    let origin = Origin { source: id, encoding, offset, line: 1 };
    let source =
        Source { name: name.to_owned(), encoding, bytes: 0, lines: 0, documents: Vec::new(), told_kind };
    Some((encoding, crate::format::open_log(origin, &source, head)?))
}

/// Reports on whole inputs: a session of one chunk each.
#[must_use]
pub fn diagnose<'a>(inputs: impl IntoIterator<Item = (&'a str, &'a [u8])>, options: &Options) -> Report {
    diagnose_with(inputs, options, Box::new(NoDecoder))
}

/// Like [`diagnose`], with a decoder for more encodings.
#[must_use]
pub fn diagnose_with<'a>(
    inputs: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    options: &Options,
    decoder: Box<dyn Decoder>,
) -> Report {
    let mut session = Session::new(*options, decoder);
    for (name, bytes) in inputs {
        session.open(name);
        session.feed(bytes);
    }
    session.finish()
}
