//! The text of an input cut into numbered lines, so that a byte range of the report becomes a marked place.

use mailtls_core::decode::{Decoder, Encoding};
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

/// The bytes of an input with the places where its lines begin. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    bytes: Rc<[u8]>,
    /// Where each line's bytes lie, its end mark left out.
    lines: Rc<[Range<usize>]>,
    encoding: Encoding,
    /// The checksum, once it was asked for.
    sum: Rc<OnceCell<String>>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bytes, &other.bytes)
    }
}

/// A piece of a line, and which of the given spans covers it first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The characters.
    pub(crate) text: String,
    /// The index of the span that covers it.
    pub(crate) span: Option<usize>,
}

impl Text {
    /// Cuts the bytes the way the readers do: CRLF, LF and a bare CR end a line.
    pub(crate) fn new(bytes: Rc<[u8]>) -> Self {
        let encoding = Encoding::detect(bytes.get(..bytes.len().min(64 << 10)).unwrap_or_default());
        let unit = encoding.unit();
        let big_endian = matches!(encoding, Encoding::Utf16Be { .. });
        let code = |at: usize| -> Option<u16> {
            match (unit, big_endian) {
                (1, _) => bytes.get(at).map(|byte| u16::from(*byte)),
                (_, false) => Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])),
                (_, true) => Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])),
            }
        };
        let mut lines = Vec::new();
        let mut start = encoding.bom_len().min(bytes.len());
        let mut at = start;
        while at < bytes.len() {
            match code(at) {
                Some(13) => {
                    lines.push(start..at);
                    at += if code(at + unit) == Some(10) { 2 * unit } else { unit };
                    start = at;
                }
                Some(10) => {
                    lines.push(start..at);
                    at += unit;
                    start = at;
                }
                _ => at += unit,
            }
        }
        if start < bytes.len() || lines.is_empty() {
            lines.push(start..bytes.len());
        }
        Self { bytes, lines: lines.into(), encoding, sum: Rc::default() }
    }

    /// How many lines there are; at least one.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The SHA-256 of the bytes, reckoned once; of more than could be reckoned without a pause there is none.
    pub(crate) fn sum(&self) -> Option<&str> {
        const LIMIT: usize = 1 << 20;
        let small = self.bytes.len() <= LIMIT;
        small.then(|| self.sum.get_or_init(|| mailtls_text::sha256(&self.bytes)).as_str())
    }

    /// The line with this index, from 0, decoded.
    pub(crate) fn line(&self, index: usize, decoder: &dyn Decoder) -> String {
        let range = self.lines.get(index).cloned().unwrap_or_default();
        self.decode(range, decoder)
    }

    /// The line cut where spans (byte ranges of the whole input) begin and end. Of spans that overlap, the
    /// earlier in the list wins.
    pub(crate) fn pieces(&self, index: usize, spans: &[Range<u64>], decoder: &dyn Decoder) -> Vec<Piece> {
        let line = self.lines.get(index).cloned().unwrap_or_default();
        let within = |offset: u64| {
            let offset = usize::try_from(offset).unwrap_or(usize::MAX).clamp(line.start, line.end);
            // A code unit is never cut, nor a UTF-8 sequence.
            let mut offset = offset - (offset - line.start) % self.encoding.unit();
            if matches!(self.encoding, Encoding::Utf8 { .. }) {
                while offset > line.start && self.bytes.get(offset).is_some_and(|byte| byte & 0xC0 == 0x80) {
                    offset -= 1;
                }
            }
            offset
        };
        let clipped: Vec<Range<usize>> =
            spans.iter().map(|span| within(span.start)..within(span.end)).collect();
        let mut cuts: Vec<usize> = clipped.iter().flat_map(|span| [span.start, span.end]).collect();
        cuts.extend([line.start, line.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut pieces = Vec::new();
        for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
            let span = clipped.iter().position(|span| span.start <= *from && *to <= span.end);
            pieces.push(Piece { text: self.decode(*from..*to, decoder), span });
        }
        pieces
    }

    /// The indices of the lines that contain `needle`, without regard to case, at most `limit`.
    pub(crate) fn search(&self, needle: &str, limit: usize, decoder: &dyn Decoder) -> Vec<usize> {
        let needle = needle.to_lowercase();
        if needle.is_empty() {
            return Vec::new();
        }
        let found = |index: &usize| self.line(*index, decoder).to_lowercase().contains(&needle);
        (0..self.len()).filter(found).take(limit).collect()
    }

    /// The whole text, decoded.
    pub(crate) fn all(&self, decoder: &dyn Decoder) -> String {
        self.decode(self.encoding.bom_len().min(self.bytes.len())..self.bytes.len(), decoder)
    }

    fn decode(&self, range: Range<usize>, decoder: &dyn Decoder) -> String {
        let bytes = self.bytes.get(range).unwrap_or_default();
        let text = self.encoding.decode(bytes, decoder, "windows-1252");
        mailtls_text::visible(&text).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mailtls_core::decode::NoDecoder;

    fn text(bytes: &[u8]) -> Text {
        Text::new(bytes.into())
    }

    #[test]
    fn every_line_end_ends_a_line() {
        let text = text(b"a\r\nb\nc\rd");
        let lines: Vec<_> = (0..text.len()).map(|index| text.line(index, &NoDecoder)).collect();
        assert_eq!(lines, ["a", "b", "c", "d"]);
    }

    #[test]
    fn a_span_of_utf_16_marks_its_characters() {
        let bytes: Vec<u8> =
            [0xFEFF, 97, 0xF1, 98, 10].into_iter().flat_map(|unit: u16| unit.to_le_bytes()).collect();
        let line = text(&bytes);
        let pieces = line.pieces(0, std::slice::from_ref(&(4..6)), &NoDecoder);
        let shown: Vec<_> = pieces.iter().map(|piece| (piece.text.as_str(), piece.span)).collect();
        assert_eq!(shown, [("a", None), ("ñ", Some(0)), ("b", None)]);
    }

    #[test]
    fn overlapping_spans_leave_no_character_out() {
        let digits = text(b"0123456789");
        let pieces = digits.pieces(0, &[2..6, 4..20], &NoDecoder);
        let shown: Vec<_> = pieces.iter().map(|piece| (piece.text.as_str(), piece.span)).collect();
        assert_eq!(shown, [("01", None), ("23", Some(0)), ("45", Some(0)), ("6789", Some(1))]);
    }

    #[test]
    fn an_empty_input_has_one_empty_line() {
        assert_eq!(text(b"").len(), 1);
        assert_eq!(text(b"").pieces(0, &[], &NoDecoder), []);
    }
}
