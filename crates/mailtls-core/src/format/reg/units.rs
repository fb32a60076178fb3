//! Bytes to lines of UTF-16 units, the way an importer counts them: CRLF, LF and bare CR end a line.
//!
//! Units, not characters, since the registry takes text that is no valid UTF-16, and a state that is
//! exact to the byte must keep it. In 8-bit text a unit is a byte until somebody asks for characters.

use crate::decode::{Encoding, windows_1252};
use crate::format::Origin;
use crate::span::{Mark, SourceId, Span};
use std::borrow::Cow;

/// One line, without its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its units; bytes where not `wide`.
    pub(super) units: &'a [u16],
    /// How they spell characters.
    pub(super) text: Spelling,
    /// Where it stands.
    pub(super) span: Span,
    /// Whether it was longer than [`Lines::LIMIT`] and is cut.
    pub(super) cut: bool,
}

/// How units spell characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// They are UTF-16.
    Wide,
    /// They are bytes of the ANSI code page, taken to be windows-1252.
    Ansi,
    /// They are bytes of UTF-8, since a mark says so.
    Utf8,
}

impl Line<'_> {
    /// The line as a person reads it: 8-bit text as UTF-8 where it is, whatever the importer makes of it.
    pub(super) fn readable(&self) -> String {
        self.readable_of(self.units)
    }

    fn readable_of(&self, units: &[u16]) -> String {
        if self.text == Spelling::Wide {
            return String::from_utf16_lossy(units);
        }
        let bytes: Vec<u8> = units.iter().map(|unit| low(*unit)).collect();
        String::from_utf8(bytes).unwrap_or_else(|error| windows_1252(error.as_bytes()))
    }

    /// Whether the importer reads this line in the wrong encoding: it is UTF-8, beyond ASCII and no comment.
    pub(super) fn is_unmarked_utf_8(&self) -> bool {
        let first = self.units.iter().find(|unit| !matches!(**unit, 0x20 | 0x09));
        if self.text != Spelling::Ansi
            || first.is_none_or(|unit| matches!(*unit, 0x23 | 0x3B))
            || self.units.iter().all(|unit| *unit < 0x80)
        {
            return false;
        }
        let bytes: Vec<u8> = self.units.iter().map(|unit| low(*unit)).collect();
        std::str::from_utf8(&bytes).is_ok()
    }

    /// The whole line with what it says.
    pub(super) fn mark(&self) -> Mark {
        // More than a quote can hold need not be decoded.
        let units = self.units.get(..Mark::QUOTE_LIMIT + 4).unwrap_or(self.units);
        Mark::new(self.span, &self.readable_of(units))
    }

    /// Units of this line as the importer stores them.
    pub(super) fn stored<'u>(&self, units: &'u [u16]) -> Cow<'u, [u16]> {
        if self.text == Spelling::Wide || units.iter().all(|unit| *unit < 0x80) {
            return Cow::Borrowed(units);
        }
        let bytes: Vec<u8> = units.iter().map(|unit| low(*unit)).collect();
        let text = match self.text {
            Spelling::Utf8 => String::from_utf8_lossy(&bytes).into_owned(),
            Spelling::Ansi | Spelling::Wide => windows_1252(&bytes),
        };
        Cow::Owned(text.encode_utf16().collect())
    }

    /// The same as text; units that are no valid UTF-16 become U+FFFD.
    pub(super) fn stored_text(&self, units: &[u16]) -> String {
        String::from_utf16_lossy(&self.stored(units))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "units of 8-bit text are bytes")]
const fn low(unit: u16) -> u8 {
    unit as u8
}

/// Cuts a stream of chunks into lines.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    source: SourceId,
    text: Spelling,
    big_endian: bool,
    /// The line under way, as far as earlier chunks had it.
    carry: Vec<u16>,
    /// The units of the chunk in hand.
    buffer: Vec<u16>,
    /// The first byte of a unit whose second is in the next chunk.
    half: Option<u8>,
    offset: u64,
    first: u64,
    number: u64,
    after_cr: bool,
    begun: bool,
    dropped: u64,
}

impl Lines {
    /// The most units kept of one line.
    pub(super) const LIMIT: usize = 16 << 20;
    /// How many bytes are widened at once.
    const STEP: usize = 64 << 10;

    pub(super) fn new(origin: Origin) -> Self {
        let text = match origin.encoding {
            Encoding::Utf16Le { .. } | Encoding::Utf16Be { .. } => Spelling::Wide,
            Encoding::Utf8 { bom: true } => Spelling::Utf8,
            Encoding::Ascii | Encoding::Utf8 { bom: false } | Encoding::Ansi => Spelling::Ansi,
        };
        Self {
            source: origin.source,
            text,
            big_endian: matches!(origin.encoding, Encoding::Utf16Be { .. }),
            carry: Vec::new(),
            buffer: Vec::new(),
            half: None,
            offset: origin.offset,
            first: origin.line,
            number: origin.line,
            after_cr: false,
            begun: false,
            dropped: 0,
        }
    }

    /// How many lines were given out, and the one under way.
    pub(super) fn count(&self) -> u64 {
        self.number - self.first + u64::from(self.begun)
    }

    /// Whether the input ended in the middle of a unit.
    pub(super) fn is_odd(&self) -> bool {
        self.half.is_some()
    }

    /// Gives out every line that ends in `chunk`.
    pub(super) fn feed(&mut self, chunk: &[u8], mut each: impl FnMut(&Line<'_>)) {
        for part in chunk.chunks(Self::STEP) {
            let mut buffer = std::mem::take(&mut self.buffer);
            buffer.clear();
            self.widen(part, &mut buffer);
            self.cut(&buffer, &mut each);
            self.buffer = buffer;
        }
    }

    /// Gives out the last line where no newline ends it.
    pub(super) fn finish(&mut self, mut each: impl FnMut(&Line<'_>)) {
        if self.begun {
            self.end_line(&[], 0, &mut each);
        }
    }

    fn widen(&mut self, part: &[u8], buffer: &mut Vec<u16>) {
        if self.text != Spelling::Wide {
            buffer.extend(part.iter().map(|byte| u16::from(*byte)));
            return;
        }
        let unit = if self.big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
        let mut part = part;
        if let (Some(first), [second, rest @ ..]) = (self.half, part) {
            buffer.push(unit([first, *second]));
            self.half = None;
            part = rest;
        }
        let (pairs, rest) = part.as_chunks::<2>();
        buffer.extend(pairs.iter().map(|pair| unit(*pair)));
        if let [byte] = rest {
            self.half = Some(*byte);
        }
    }

    fn cut(&mut self, mut units: &[u16], each: &mut dyn FnMut(&Line<'_>)) {
        if self.after_cr && !units.is_empty() {
            self.after_cr = false;
            if let [10, rest @ ..] = units {
                self.offset += self.width();
                units = rest;
            }
        }
        while let Some(position) = units.iter().position(|unit| *unit == 10 || *unit == 13) {
            let (line, rest) = units.split_at(position);
            let (ends, after) = match rest {
                [13, 10, after @ ..] => (2, after),
                [13] => {
                    self.after_cr = true;
                    (1, &[][..])
                }
                [_, after @ ..] => (1, after),
                [] => (0, rest),
            };
            self.end_line(line, ends, each);
            units = after;
        }
        if !units.is_empty() {
            self.begun = true;
            self.keep(units);
        }
    }

    fn keep(&mut self, units: &[u16]) {
        let room = Self::LIMIT.saturating_sub(self.carry.len());
        let (kept, over) = units.split_at(units.len().min(room));
        self.carry.extend_from_slice(kept);
        self.dropped += over.len() as u64;
    }

    fn end_line(&mut self, rest: &[u16], ends: u64, each: &mut dyn FnMut(&Line<'_>)) {
        let units = if self.carry.is_empty() {
            rest
        } else {
            self.keep(rest);
            &self.carry
        };
        let length = (units.len() as u64 + self.dropped) * self.width();
        let end = self.offset + length;
        let span = Span { source: self.source, line: self.number, start: self.offset, end };
        each(&Line { units, text: self.text, span, cut: self.dropped > 0 });
        self.carry.clear();
        self.dropped = 0;
        self.begun = false;
        self.offset = end + ends * self.width();
        self.number += 1;
    }

    fn width(&self) -> u64 {
        if self.text == Spelling::Wide { 2 } else { 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8], encoding: Encoding, size: usize) -> Vec<(u64, u64, u64, String)> {
        let mut found = Vec::new();
        let mut each = |line: &Line<'_>| {
            found.push((line.span.line, line.span.start, line.span.end, line.readable()));
        };
        let mut lines = Lines::new(Origin { source: SourceId(0), encoding, offset: 0, line: 1 });
        bytes.chunks(size).for_each(|chunk| lines.feed(chunk, &mut each));
        lines.finish(&mut each);
        found
    }

    #[test]
    fn every_newline_ends_a_line_wherever_the_chunk_is_cut() {
        let text = "a\r\nb\nc\rd\r\n\r\ne\n\rf";
        let expected = ["a", "b", "c", "d", "", "e", "", "f"];
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, encoding) in
            [(text.as_bytes(), Encoding::Ascii), (wide.as_slice(), Encoding::Utf16Le { bom: true })]
        {
            for size in 1..=bytes.len() {
                let found = lines(bytes, encoding, size);
                assert_eq!(found.iter().map(|line| line.3.as_str()).collect::<Vec<_>>(), expected);
                for (number, start, end, text) in found {
                    let slice = &bytes[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
                    let line = Line {
                        units: &[],
                        text: Spelling::Ansi,
                        span: Span { source: SourceId(0), line: 1, start, end },
                        cut: false,
                    };
                    let units: Vec<u16> = slice.iter().map(|byte| u16::from(*byte)).collect();
                    let read = line.readable_of(&units).replace('\0', "");
                    assert_eq!(read, text, "line {number} in chunks of {size}");
                }
            }
        }
    }
}
