//! The readers, one a format. Each takes bytes as they come and writes facts; none knows a rule.

mod deliveries;
pub mod detect;
mod foreign;
mod grams;
mod hops;
pub mod lines;
mod mail;
mod msg;
pub mod paste;
mod phrases;
pub mod reg;
pub mod reg_listing;
pub mod smtp_log;
mod statements;
pub(crate) mod text;

use crate::decode::{Decoder, Encoding};
use crate::fact::Facts;
use crate::report::DocumentReport;
use crate::session::Source;
use crate::span::SourceId;

/// Where a document begins in its source, and how its bytes spell characters.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// The source.
    pub source: SourceId,
    /// Its encoding.
    pub encoding: Encoding,
    /// The offset of the first byte a reader is fed, past any mark.
    pub offset: u64,
    /// The number of the line that begins there.
    pub line: u64,
}

/// Where a reader writes, and whom it asks for characters.
pub struct Sink<'a> {
    /// Everything read so far.
    pub facts: &'a mut Facts,
    /// Decodes what `core` does not know.
    pub decoder: &'a dyn Decoder,
}

/// A push reader. Where the chunks are cut makes no difference.
pub trait Reader: std::fmt::Debug {
    /// Reads on.
    fn feed(&mut self, chunk: &[u8], sink: &mut Sink<'_>);
    /// The document is over.
    fn finish(&mut self, sink: &mut Sink<'_>);
    /// How many lines were read so far.
    fn lines(&self) -> u64;
    /// What the document turned out to be made of; complete after `finish`.
    fn documents(&self) -> Vec<DocumentReport>;
}

/// The reader for `source` where its `head` tells that it is a protocol log and nothing else.
#[must_use]
pub fn open_log(origin: Origin, source: &Source, head: &[u8]) -> Option<smtp_log::SmtpLogReader> {
    let other =
        reg_listing::is_file(origin.encoding, source, head) || reg::is_file(origin.encoding, source, head);
    if other { None } else { smtp_log::open(origin, source, head) }
}

/// Tells what `source` is by its `head` and gives the reader for it.
#[must_use]
pub fn open(origin: Origin, source: &Source, head: &[u8]) -> Box<dyn Reader> {
    if reg_listing::is_file(origin.encoding, source, head) {
        return Box::new(reg_listing::ListingReader::new(origin, &source.name));
    }
    if reg::is_file(origin.encoding, source, head) {
        return Box::new(reg::RegReader::file(origin, &source.name));
    }
    if let Some(reader) = smtp_log::open(origin, source, head) {
        return Box::new(reader);
    }
    if mail::is_file(source, head) {
        return Box::new(mail::MailReader::new(origin));
    }
    if msg::is_file(head) {
        return Box::new(msg::MsgReader::new(origin));
    }
    if source.told_kind.is_none()
        && let Some(code) = detect::foreign(origin.encoding, head)
    {
        return Box::new(foreign::ForeignReader::new(origin, code));
    }
    Box::new(paste::PasteReader::new(origin, source))
}
