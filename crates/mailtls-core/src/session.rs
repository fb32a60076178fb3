//! The only engine: inputs are opened, fed in chunks and closed; `finish` gives the report of all of them.

use crate::assemble;
use crate::decode::{Decoder, Encoding, NoDecoder};
use crate::fact::Facts;
use crate::format::{Origin, Reader, Sink};
use crate::report::{DocumentReport, Report};
use crate::rule;
use crate::rules::RULES;
use crate::span::SourceId;
use crate::vocabulary::{Kind, Os, Profile};

/// What a caller may decide.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The Windows release the defaults are taken from; `None`: what the input tells, else a modern one.
    pub os: Option<Os>,
    /// How much the fix changes.
    pub profile: Profile,
}

impl Default for Options {
    fn default() -> Self {
        Self { os: None, profile: Profile::Minimal }
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
    intake: Option<Intake>,
}

/// The input that is open.
enum Intake {
    /// Its head, until there is enough to tell what it is.
    Head(Vec<u8>),
    /// Told.
    Reading(Box<dyn Reader>),
}

impl Session {
    /// How much of an input is looked at to tell what it is.
    pub const HEAD: usize = 64 << 10;

    /// An empty session.
    #[must_use]
    pub fn new(options: Options, decoder: Box<dyn Decoder>) -> Self {
        let facts = Facts { told_os: options.os, ..Facts::default() };
        Self { options, decoder, facts, sources: Vec::new(), intake: None }
    }

    /// Opens an input, closing the one before. A name already used gets a number.
    pub fn open(&mut self, name: &str) -> SourceId {
        self.open_as(name, None)
    }

    /// Opens an input whose kind the user knows better.
    pub fn open_as(&mut self, name: &str, told_kind: Option<Kind>) -> SourceId {
        self.close();
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
        self.intake = Some(Intake::Head(Vec::new()));
        id
    }

    /// Reads on in the open input; without one, opens `input`.
    pub fn feed(&mut self, chunk: &[u8]) {
        if self.intake.is_none() {
            self.open("input");
        }
        if let Some(source) = self.sources.last_mut() {
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
            None => {}
        }
    }

    /// The open input is over.
    pub fn close(&mut self) {
        if let Some(Intake::Head(_)) = self.intake {
            self.begin();
        }
        if let Some(Intake::Reading(mut reader)) = self.intake.take() {
            reader.finish(&mut Sink { facts: &mut self.facts, decoder: &*self.decoder });
            if let Some(source) = self.sources.last_mut() {
                source.lines = reader.lines();
                source.documents = reader.documents();
            }
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

    /// Tells what the open input is and hands its head to the reader for it.
    fn begin(&mut self) {
        let Some(Intake::Head(head)) = self.intake.take() else { return };
        let id = SourceId(u32::try_from(self.sources.len().saturating_sub(1)).unwrap_or(u32::MAX));
        let Some(source) = self.sources.last_mut() else { return };
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
