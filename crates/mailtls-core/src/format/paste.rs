//! Text of any sort: kept up to a cap, then told apart into the documents it holds, each read by its reader.

use crate::format::lines::{Line, LineReader};
use crate::format::smtp_log::lenient;
use crate::format::{Origin, Reader, Sink};
use crate::report::DocumentReport;
use crate::vocabulary::Kind;
use std::borrow::Cow;

/// See the module.
#[derive(Debug)]
pub struct PasteReader {
    lines: LineReader,
    kept: Vec<Line<'static>>,
    documents: Vec<DocumentReport>,
}

impl PasteReader {
    /// Reads from `origin` on.
    #[must_use]
    pub fn new(origin: Origin) -> Self {
        Self { lines: LineReader::new(origin), kept: Vec::new(), documents: Vec::new() }
    }
}

fn owned(line: &Line<'_>) -> Line<'static> {
    Line {
        source: line.source,
        number: line.number,
        start: line.start,
        end: line.end,
        text: Cow::Owned(line.text.clone().into_owned()),
        encoding: line.encoding,
        cut: line.cut,
    }
}

impl Reader for PasteReader {
    fn feed(&mut self, chunk: &[u8], sink: &mut Sink<'_>) {
        let kept = &mut self.kept;
        self.lines.feed(chunk, sink.decoder, |line| kept.push(owned(line)));
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        let kept = &mut self.kept;
        self.lines.finish(sink.decoder, |line| kept.push(owned(line)));
        for block in lenient::read(&self.kept, None, sink) {
            let number = |at: usize| self.kept.get(at).map_or(1, |line| line.number);
            self.documents.push(DocumentReport {
                kind: block.kind,
                form: "protocol-log".to_owned(),
                first_line: number(block.lines.start),
                last_line: number(block.lines.end - 1),
            });
        }
        if self.documents.is_empty() {
            let (first_line, last_line) = (1, self.lines.lines());
            self.documents.push(DocumentReport {
                kind: Kind::Text,
                form: "text".to_owned(),
                first_line,
                last_line,
            });
        }
    }

    fn lines(&self) -> u64 {
        self.lines.lines()
    }

    fn documents(&self) -> Vec<DocumentReport> {
        self.documents.clone()
    }
}
