//! Where something stands in the original bytes, and what it says there.

use crate::wire::{Wire, wire_struct};

/// An input, in the order of opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A byte range in the *original* bytes of a source.
///
/// `u64`, since a streamed log may exceed the address space of wasm32. The line is counted while reading,
/// because the text will be gone later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The input.
    pub source: SourceId,
    /// Its line, from 1.
    pub line: u64,
    /// The first byte.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
}

/// A place in an input together with what it says: what every finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// What it says there, decoded, at most [`Mark::QUOTE_LIMIT`] bytes.
    pub quote: String,
}

impl Mark {
    /// The most bytes a quote keeps. Longer ones end in `…`.
    pub const QUOTE_LIMIT: usize = 512;
    /// A word longer than this may be cut.
    const LONG_WORD: usize = 40;

    /// Quotes `text`, which stands at `span`.
    #[must_use]
    pub fn new(span: Span, text: &str) -> Self {
        let text = text.trim_end_matches(['\r', '\n']);
        if text.len() <= Self::QUOTE_LIMIT {
            return Self { span, quote: text.to_owned() };
        }
        let mut cut = Self::QUOTE_LIMIT - '…'.len_utf8();
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let kept = text.get(..cut).unwrap_or_default();
        // The last word is whole, unless it is very long.
        let kept = match kept.rfind(char::is_whitespace) {
            Some(blank) if kept.len() - blank <= Self::LONG_WORD => kept.get(..blank).unwrap_or_default(),
            Some(_) | None => kept,
        };
        let quote = format!("{kept}…");
        Self { span, quote }
    }
}

impl Wire for SourceId {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        u32::take(from).map(Self)
    }
}

wire_struct!(Span { source, line, start, end });
wire_struct!(Mark { span, quote });
