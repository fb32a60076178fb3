//! Bytes to lines: CRLF, LF and bare CR end one, in every encoding, wherever the chunks are cut.

use crate::decode::{Decoder, Encoding};
use crate::format::Origin;
use crate::span::{Mark, SourceId, Span};
use std::borrow::Cow;
use std::ops::Range;

/// One line, without its end.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The source.
    pub source: SourceId,
    /// From 1.
    pub number: u64,
    /// The offset of its first byte.
    pub start: u64,
    /// The offset past its last byte.
    pub end: u64,
    /// What it says.
    pub text: Cow<'a, str>,
    /// How its bytes spell characters.
    pub encoding: Encoding,
    /// Whether it was longer than [`LineReader::LIMIT`] and is cut.
    pub cut: bool,
}

impl Line<'_> {
    /// The same line with a text of its own, to keep after the chunk is gone.
    #[must_use]
    pub fn to_kept(&self) -> Line<'static> {
        Line {
            source: self.source,
            number: self.number,
            start: self.start,
            end: self.end,
            text: Cow::Owned(self.text.clone().into_owned()),
            encoding: self.encoding,
            cut: self.cut,
        }
    }

    /// The whole line.
    #[must_use]
    pub fn span(&self) -> Span {
        Span { source: self.source, line: self.number, start: self.start, end: self.end }
    }

    /// The whole line with what it says.
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark::new(self.span(), &self.text)
    }

    /// A part of the line, given by byte positions in `text`, with what it says.
    #[must_use]
    pub fn mark_of(&self, part: Range<usize>) -> Mark {
        let offset = |position: usize| {
            let before = self.text.get(..position).unwrap_or(&self.text);
            let bytes = match self.encoding {
                Encoding::Utf16Le { .. } | Encoding::Utf16Be { .. } => before.encode_utf16().count() * 2,
                Encoding::Ansi => before.chars().count(),
                Encoding::Ascii | Encoding::Utf8 { .. } => before.len(),
            };
            (self.start + bytes as u64).min(self.end)
        };
        let span =
            Span { source: self.source, line: self.number, start: offset(part.start), end: offset(part.end) };
        Mark::new(span, self.text.get(part).unwrap_or_default())
    }
}

/// Cuts a stream of chunks into lines.
#[derive(Clone, Debug)]
pub struct LineReader {
    origin: Origin,
    carry: Vec<u8>,
    offset: u64,
    line: u64,
    after_cr: bool,
    cut: bool,
    dropped: u64,
}

impl LineReader {
    /// The most bytes kept of one line.
    pub const LIMIT: usize = 16 << 20;

    /// Reads from `origin` on.
    #[must_use]
    pub fn new(origin: Origin) -> Self {
        Self {
            origin,
            carry: Vec::new(),
            offset: origin.offset,
            line: origin.line,
            after_cr: false,
            cut: false,
            dropped: 0,
        }
    }

    /// How many lines were given out, and the one under way.
    #[must_use]
    pub fn lines(&self) -> u64 {
        self.line - self.origin.line + u64::from(!self.carry.is_empty() || self.dropped > 0)
    }

    /// The line that is under way, and where it begins.
    #[must_use]
    pub fn at(&self) -> (u64, u64) {
        (self.line, self.offset)
    }

    /// Gives out every line that ends in `chunk`.
    pub fn feed(&mut self, chunk: &[u8], decoder: &dyn Decoder, mut each: impl FnMut(&Line<'_>)) {
        if self.origin.encoding.unit() == 2 {
            self.feed_wide(chunk, decoder, &mut each);
        } else {
            self.feed_narrow(chunk, decoder, &mut each);
        }
    }

    /// Gives out the last line where no newline ends it.
    pub fn finish(&mut self, decoder: &dyn Decoder, mut each: impl FnMut(&Line<'_>)) {
        if !self.carry.is_empty() || self.dropped > 0 {
            self.end_line(0, decoder, &mut each);
        }
    }

    fn feed_narrow(&mut self, mut chunk: &[u8], decoder: &dyn Decoder, each: &mut dyn FnMut(&Line<'_>)) {
        while !chunk.is_empty() {
            if self.after_cr {
                self.after_cr = false;
                if let [b'\n', rest @ ..] = chunk {
                    self.offset += 1;
                    chunk = rest;
                    continue;
                }
            }
            let Some(position) = memchr::memchr2(b'\n', b'\r', chunk) else {
                self.keep(chunk);
                return;
            };
            let (line, rest) = chunk.split_at(position);
            self.keep(line);
            self.after_cr = rest.first() == Some(&b'\r');
            self.end_line(1, decoder, each);
            chunk = rest.get(1..).unwrap_or_default();
        }
    }

    fn feed_wide(&mut self, chunk: &[u8], decoder: &dyn Decoder, each: &mut dyn FnMut(&Line<'_>)) {
        let low = usize::from(matches!(self.origin.encoding, Encoding::Utf16Be { .. }));
        for byte in chunk {
            self.keep(std::slice::from_ref(byte));
            if !(self.carry.len() as u64 + self.dropped).is_multiple_of(2) {
                continue;
            }
            let unit = match self.carry.as_slice() {
                [.., one, two] if low == 0 => u16::from_le_bytes([*one, *two]),
                [.., one, two] => u16::from_be_bytes([*one, *two]),
                _ => continue,
            };
            if unit == 10 && self.after_cr && self.carry.len() == 2 {
                self.after_cr = false;
                self.offset += 2;
                self.carry.clear();
            } else if unit == 10 || unit == 13 {
                self.after_cr = unit == 13;
                self.carry.truncate(self.carry.len() - 2);
                self.end_line(2, decoder, each);
            } else {
                self.after_cr = false;
            }
        }
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = Self::LIMIT.saturating_sub(self.carry.len());
        if room == 0 && self.origin.encoding.unit() == 2 && bytes.len() == 1 {
            // The last unit stays visible, so that a newline after an overlong line is still found.
            if self.dropped.is_multiple_of(2) {
                self.carry.truncate(Self::LIMIT - 2);
                self.dropped += 2;
            }
            self.carry.extend_from_slice(bytes);
            self.cut = true;
            return;
        }
        let (kept, over) = bytes.split_at(bytes.len().min(room));
        self.carry.extend_from_slice(kept);
        self.dropped += over.len() as u64;
        self.cut |= !over.is_empty();
    }

    fn end_line(&mut self, newline: u64, decoder: &dyn Decoder, each: &mut dyn FnMut(&Line<'_>)) {
        let end = self.offset + self.carry.len() as u64 + self.dropped;
        let line = Line {
            source: self.origin.source,
            number: self.line,
            start: self.offset,
            end,
            text: self.origin.encoding.decode(&self.carry, decoder, "windows-1252"),
            encoding: self.origin.encoding,
            cut: self.cut,
        };
        each(&line);
        self.carry.clear();
        self.dropped = 0;
        self.cut = false;
        self.offset = end + newline;
        self.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::NoDecoder;

    fn lines(bytes: &[u8], encoding: Encoding, size: usize) -> Vec<(u64, u64, u64, String)> {
        let mut found = Vec::new();
        let origin = Origin { source: SourceId(0), encoding, offset: 0, line: 1 };
        let mut reader = LineReader::new(origin);
        let mut each =
            |line: &Line<'_>| found.push((line.number, line.start, line.end, line.text.to_string()));
        bytes.chunks(size).for_each(|chunk| reader.feed(chunk, &NoDecoder, &mut each));
        reader.finish(&NoDecoder, &mut each);
        found
    }

    #[test]
    fn every_newline_ends_a_line_wherever_the_chunk_is_cut() {
        let text = "a\r\nb\nc\rd\r\n\r\ne";
        let expected: Vec<_> = ["a", "b", "c", "d", "", "e"].map(str::to_owned).into();
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for size in 1..=wide.len() {
            for (bytes, encoding) in [
                (text.as_bytes(), Encoding::Ascii),
                (&wide[..], Encoding::Utf16Le { bom: false }),
                (&big[..], Encoding::Utf16Be { bom: false }),
            ] {
                let found = lines(bytes, encoding, size);
                assert_eq!(
                    found.iter().map(|line| line.3.clone()).collect::<Vec<_>>(),
                    expected,
                    "chunks of {size}"
                );
                for (number, start, end, text) in &found {
                    let slice = &bytes[usize::try_from(*start).unwrap()..usize::try_from(*end).unwrap()];
                    assert_eq!(encoding.decode(slice, &NoDecoder, ""), *text, "line {number}");
                }
            }
        }
    }

    #[test]
    fn a_part_of_a_line_keeps_its_place_in_the_original_bytes() {
        let bytes: Vec<u8> = "año=1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let origin =
            Origin { source: SourceId(0), encoding: Encoding::Utf16Le { bom: true }, offset: 2, line: 1 };
        let mut reader = LineReader::new(origin);
        reader.feed(&bytes, &NoDecoder, |_| {});
        reader.finish(&NoDecoder, |line| {
            let mark = line.mark_of(line.text.find('=').unwrap()..line.text.len());
            assert_eq!((mark.span.start, mark.span.end, mark.quote.as_str()), (8, 12, "=1"));
        });
    }
}
