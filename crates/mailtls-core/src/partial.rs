//! Inputs read apart, to be merged: by several workers, by several processes, a file or a part of a file each.
//!
//! ```
//! use mailtls_core::decode::NoDecoder;
//! use mailtls_core::partial::{Partial, Place};
//! use mailtls_core::session::{Options, Session, diagnose};
//!
//! let files = [("a.log", "#Log-type: SMTP Send Protocol Log\r\n"), ("b.txt", "421 4.4.2 SocketError")];
//! // In one worker each; what leaves it are bytes.
//! let parts = [0, 1].map(|at: usize| {
//!     let mut session = Session::apart(Box::new(NoDecoder));
//!     session.open_part(Place { position: at as u64, ..Place::of(files[at].0) });
//!     session.feed(files[at].1.as_bytes());
//!     session.partial().to_bytes()
//! });
//! // Where they meet, in whatever order.
//! let [a, b] = parts.map(|bytes| Partial::from_bytes(&bytes).unwrap());
//! let report = Partial::merge(b, a).report(Options::default(), Box::new(NoDecoder));
//! let inputs = files.map(|(name, text)| (name, text.as_bytes()));
//! assert_eq!(report, diagnose(inputs, &Options::default()));
//! ```
//!
//! Of a protocol log a partial holds what it establishes, in memory bounded by distinct facts. Any other input it
//! carries as it is: what `.reg` files leave depends on their order, and they, like bounces, are small. A caller
//! that has both large logs and other large inputs reads the others in its own [`Session`] and hands it the logs'
//! partials with [`Session::take`].
//!
//! [`Partial::merge`] is associative and commutative: inputs stand in the order of their positions and names,
//! whatever order they came in. Parts of one file (see [`Place::part`]) become one input again, and a session
//! that lies across a border, of parts or of rotated files, is one session.

use crate::decode::{Decoder, Encoding};
use crate::fact::smtp::SmtpFacts;
use crate::report::Report;
use crate::session::{Options, Session};
use crate::span::{Mark, SourceId, Span};
use crate::vocabulary::Kind;
use crate::wire::{Wire, take_bytes, wire_struct};
use std::fmt;

/// Where an input, or a part of one, belongs.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its place among all inputs: they are reported in this order, equals in the order of their names.
    pub position: u64,
    /// Its name.
    pub name: &'a str,
    /// The kind a user insists on.
    pub told_kind: Option<Kind>,
    /// Which part of a file is read. All parts of one file have the same position and name, and no other input
    /// has that position.
    pub part: Option<Part<'a>>,
}

impl<'a> Place<'a> {
    /// A whole input that is ordered by its name alone.
    #[must_use]
    pub fn of(name: &'a str) -> Self {
        Self { position: 0, name, told_kind: None, part: None }
    }
}

/// A part of a file: from one beginning of a line to another. Only what [`Session::can_be_split`] may be read so.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The first [`Session::HEAD`] bytes of the file: they tell what it is.
    pub head: &'a [u8],
    /// Where in the file the part begins.
    pub offset: u64,
}

/// What was read apart. See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Partial {
    /// In their order. Places in `smtp` count them.
    pub(crate) inputs: Vec<Input>,
    pub(crate) smtp: SmtpFacts,
}

/// One input, or the parts of it read so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    pub(crate) position: u64,
    pub(crate) name: String,
    pub(crate) told_kind: Option<Kind>,
    /// Whether more parts of it may come.
    pub(crate) split: bool,
    /// Tells inputs of one name and size apart.
    pub(crate) fingerprint: u64,
    pub(crate) content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// As it is.
    Kept(Vec<u8>),
    /// A protocol log.
    Log(Log),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Log {
    pub(crate) encoding: Encoding,
    pub(crate) parts: Vec<LogPart>,
    /// By the place of their code in [`crate::format::smtp_log::PROBLEMS`]: how many, and the first.
    pub(crate) problems: Vec<(u8, u64, Vec<Mark>)>,
}

/// Lines are counted within a part; only where all parts come together is it known how many went before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogPart {
    pub(crate) offset: u64,
    pub(crate) bytes: u64,
    pub(crate) lines: u64,
    /// What it is made of, with the line each begins at.
    pub(crate) kinds: Vec<(Kind, u64)>,
    /// Whether it is read another way at its end than at its beginning.
    pub(crate) turned: bool,
}

/// Why bytes are no partial.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartialError {
    /// They are something else.
    NotPartial,
    /// Another version wrote them.
    OtherVersion(String),
    /// They are cut or changed.
    Damaged,
}

impl fmt::Display for PartialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPartial => f.write_str("not a partial result of mailtls"),
            Self::OtherVersion(version) => {
                write!(f, "written by mailtls {version}, and this is {}", Partial::VERSION)
            }
            Self::Damaged => f.write_str("the partial result is cut or changed"),
        }
    }
}

impl std::error::Error for PartialError {}

impl Partial {
    /// What a partial's bytes begin with, before the version.
    const MAGIC: &'static [u8] = b"mailtls-partial ";
    /// Counts are merged with counts of the same meaning alone.
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");

    /// Whether these bytes begin as a partial does.
    #[must_use]
    pub fn is_partial(head: &[u8]) -> bool {
        head.starts_with(Self::MAGIC)
    }

    /// For the way between workers, processes or machines, read by [`Self::from_bytes`] of the same version.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Self::MAGIC.to_vec();
        out.extend_from_slice(Self::VERSION.as_bytes());
        out.push(b'\n');
        self.inputs.put(&mut out);
        self.smtp.put(&mut out);
        out
    }

    /// What [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    ///
    /// Where the bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PartialError> {
        let rest = bytes.strip_prefix(Self::MAGIC).ok_or(PartialError::NotPartial)?;
        let end = memchr::memchr(b'\n', rest.get(..rest.len().min(64)).unwrap_or(rest));
        let (version, rest) = rest.split_at_checked(end.unwrap_or(0)).ok_or(PartialError::Damaged)?;
        if version != Self::VERSION.as_bytes() {
            return Err(PartialError::OtherVersion(String::from_utf8_lossy(version).into_owned()));
        }
        let mut rest = rest.get(1..).unwrap_or_default();
        let read = Wire::take(&mut rest).zip(Wire::take(&mut rest));
        let (inputs, smtp) = read.filter(|_| rest.is_empty()).ok_or(PartialError::Damaged)?;
        Ok(Self { inputs, smtp })
    }

    /// Both together. In any order, and grouped in any way, the same comes out.
    #[must_use]
    pub fn merge(one: Self, other: Self) -> Self {
        let first = one.inputs.len();
        let mut inputs: Vec<(usize, Input)> =
            one.inputs.into_iter().chain(other.inputs).enumerate().collect();
        crate::order::sort_by_key(&mut inputs, |(_, input)| input.key());
        let mut merged: Vec<Input> = Vec::new();
        let mut places = vec![SourceId(0); inputs.len()];
        for (at, input) in inputs {
            let left = match merged.last_mut() {
                Some(known) => known.join(input),
                None => Some(input),
            };
            merged.extend(left);
            let place = SourceId(u32::try_from(merged.len().saturating_sub(1)).unwrap_or(u32::MAX));
            if let Some(slot) = places.get_mut(at) {
                *slot = place;
            }
        }
        let moved = |mut smtp: SmtpFacts, offset: usize| {
            smtp.move_spans(&|span| {
                let place = places.get(span.source.0 as usize + offset).copied();
                Span { source: place.unwrap_or(span.source), ..span }
            });
            smtp
        };
        let mut smtp = moved(one.smtp, 0);
        smtp.merge(&moved(other.smtp, first));
        Self { inputs: merged, smtp }
    }

    /// The report on everything in it.
    #[must_use]
    pub fn report(&self, options: Options, decoder: Box<dyn Decoder>) -> Report {
        let mut session = Session::new(options, decoder);
        session.take_all(self);
        session.finish()
    }

    /// Whether a part of a file turned out to hold the beginning of another log, so that what follows in it is
    /// read another way than its other parts were told: such a file is to be read in one.
    #[must_use]
    pub fn turns(&self) -> bool {
        self.inputs.iter().any(|input| match &input.content {
            Content::Log(log) => input.split && log.parts.iter().any(|part| part.turned),
            Content::Kept(_) => false,
        })
    }

    /// The names of its inputs, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.inputs.iter().map(|input| input.name.as_str())
    }
}

impl Input {
    fn key(&self) -> impl Ord + use<> {
        let (offset, bytes) = match &self.content {
            Content::Kept(bytes) => (0, bytes.len() as u64),
            Content::Log(log) => (
                log.parts.first().map_or(0, |part| part.offset),
                log.parts.iter().map(|part| part.bytes).sum(),
            ),
        };
        (self.position, self.name.clone(), self.split, offset, bytes, self.fingerprint)
    }

    /// The same place with its line counted from the beginning of the file.
    pub(crate) fn moved(&self, span: Span) -> Span {
        let before = match &self.content {
            Content::Log(log) => log.lines_before(span.start),
            Content::Kept(_) => 0,
        };
        Span { line: span.line + before, ..span }
    }

    /// Takes in another part of the same file; gives back what is none.
    fn join(&mut self, other: Self) -> Option<Self> {
        let same = self.split && other.split && self.position == other.position && self.name == other.name;
        match (&mut self.content, other.content) {
            (Content::Log(ours), Content::Log(theirs)) if same => {
                ours.merge(theirs);
                None
            }
            (_, content) => Some(Self { content, ..other }),
        }
    }
}

impl Log {
    fn merge(&mut self, other: Self) {
        self.parts.extend(other.parts);
        crate::order::sort_by_key(&mut self.parts, |part| part.offset);
        for (code, count, marks) in other.problems {
            match self.problems.iter_mut().find(|(known, ..)| *known == code) {
                Some((_, ours, kept)) => {
                    *ours += count;
                    kept.extend(marks);
                    crate::order::sort_by_key(kept, |mark| mark.span.start);
                    kept.truncate(crate::fact::problem::ProblemLog::KEPT);
                }
                None => self.problems.push((code, count, marks)),
            }
        }
        crate::order::sort_by_key(&mut self.problems, |(code, ..)| *code);
    }

    /// What it is made of, as if read in one.
    pub(crate) fn kinds(&self) -> Vec<(Kind, u64)> {
        let mut kinds: Vec<(Kind, u64)> = Vec::new();
        let mut before = 0;
        for part in &self.parts {
            for (kind, line) in &part.kinds {
                if kinds.last().is_none_or(|(last, _)| last != kind) {
                    kinds.push((*kind, line + before));
                }
            }
            before += part.lines;
        }
        kinds
    }

    /// How many lines of the file went before the part that `offset` lies in.
    pub(crate) fn lines_before(&self, offset: u64) -> u64 {
        let begun = self.parts.iter().filter(|part| part.offset <= offset).count();
        self.parts.iter().take(begun.saturating_sub(1)).map(|part| part.lines).sum()
    }
}

impl Wire for Content {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Kept(bytes) => {
                false.put(out);
                (bytes.len() as u64).put(out);
                out.extend_from_slice(bytes);
            }
            Self::Log(log) => {
                true.put(out);
                log.put(out);
            }
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        if bool::take(from)? {
            return Log::take(from).map(Self::Log);
        }
        let length = usize::try_from(u64::take(from)?).ok()?;
        Some(Self::Kept(take_bytes(from, length)?.to_vec()))
    }
}

wire_struct!(Input { position, name, told_kind, split, fingerprint, content });
wire_struct!(Log { encoding, parts, problems });
wire_struct!(LogPart { offset, bytes, lines, kinds, turned });
