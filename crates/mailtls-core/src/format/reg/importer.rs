//! Bytes in, effects out: the lines of a file handed to the importer's rules.

use super::header;
use super::parse::{Effects, Found, Parser};
use super::units::{Line, Lines, Spelling};
use crate::decode::Encoding;
use crate::format::Origin;
use crate::span::Span;
use std::collections::BTreeMap;

/// Reads a file as it comes.
#[derive(Debug)]
pub(super) struct Importer {
    lines: Lines,
    parser: Parser,
    origin: Origin,
    fragment: bool,
    end: Span,
    bytes: u64,
}

impl Importer {
    /// Reads a file, or a `fragment` of a paste, which may lack its header and whose encoding is not its own.
    pub(super) fn new(origin: Origin, fragment: bool) -> Self {
        Self {
            lines: Lines::new(origin),
            parser: Parser::new(fragment),
            origin,
            fragment,
            end: Span { source: origin.source, line: origin.line, start: origin.offset, end: origin.offset },
            bytes: 0,
        }
    }

    /// How many lines were read.
    pub(super) fn count(&self) -> u64 {
        self.lines.count()
    }

    /// Reads on.
    pub(super) fn feed(&mut self, chunk: &[u8], effects: &mut dyn Effects) {
        let Self { lines, parser, origin, fragment, end, bytes } = self;
        *bytes += chunk.len() as u64;
        lines.feed(chunk, |line| {
            *end = line.span;
            one(parser, line, origin.encoding, *fragment, effects);
        });
    }

    /// The file is over.
    pub(super) fn finish(&mut self, effects: &mut dyn Effects) {
        let Self { lines, parser, origin, fragment, end, bytes } = self;
        lines.finish(|line| {
            *end = line.span;
            one(parser, line, origin.encoding, *fragment, effects);
        });
        let last = Line { units: &[], text: Spelling::Ansi, span: *end, cut: false };
        if lines.is_odd() {
            effects.problem(&last, note("reg-odd-length"));
        }
        if *bytes == 0 && !*fragment {
            parser.refuse(&last, "reg-empty", effects);
        }
        parser.finish(effects);
    }
}

fn one(parser: &mut Parser, line: &Line<'_>, encoding: Encoding, fragment: bool, effects: &mut dyn Effects) {
    if parser.is_fresh() && !fragment {
        if let Some(code) = not_a_script(line, encoding) {
            parser.refuse(line, code, effects);
            return;
        }
        if encoding == (Encoding::Utf8 { bom: true }) {
            effects.problem(line, note("reg-utf8-mark"));
        }
    }
    parser.line(line, effects);
}

/// Why a file is none, told before its header is read.
fn not_a_script(line: &Line<'_>, encoding: Encoding) -> Option<&'static str> {
    let head: Vec<u8> = match line.text {
        Spelling::Wide => line.units.iter().take(64).flat_map(|unit| unit.to_le_bytes()).collect(),
        Spelling::Ansi | Spelling::Utf8 => {
            line.units.iter().take(64).map(|unit| u8::try_from(*unit).unwrap_or_default()).collect()
        }
    };
    if encoding == (Encoding::Utf16Le { bom: true }) && header::resembles(&String::from_utf8_lossy(&head)) {
        return Some("reg-utf16-mark-wrong");
    }
    header::refused_encoding(encoding).or_else(|| header::other_file(&head))
}

fn note(code: &'static str) -> Found {
    Found { code, args: BTreeMap::new(), dropped: false }
}
