//! Bytes to characters for the encodings `core` does not know itself.
//!
//! The page hands in the browser's `TextDecoder`, native programs `encoding_rs`: both follow the WHATWG
//! encoding standard, so both give the same text.

use crate::wire::Wire;
use std::borrow::Cow;

/// A source of decoded text for the labels of the WHATWG encoding standard (`windows-1252`, `shift_jis`, …).
pub trait Decoder {
    /// The text, malformed parts as U+FFFD, or `None` for a label it does not know.
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String>;
}

/// Knows nothing: 8-bit text is then read as UTF-8 where it is, else as windows-1252.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoDecoder;

impl Decoder for NoDecoder {
    fn decode(&self, _label: &str, _bytes: &[u8]) -> Option<String> {
        None
    }
}

/// How the bytes of an input spell characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Every byte below 0x80.
    #[default]
    Ascii,
    /// UTF-8; with its mark where `bom`.
    Utf8 {
        /// Begins with EF BB BF.
        bom: bool,
    },
    /// UTF-16, little endian; with its mark where `bom`.
    Utf16Le {
        /// Begins with FF FE.
        bom: bool,
    },
    /// UTF-16, big endian; with its mark where `bom`.
    Utf16Be {
        /// Begins with FE FF.
        bom: bool,
    },
    /// An 8-bit code page, read as windows-1252 unless a reader knows better.
    Ansi,
}

impl Encoding {
    const ALL: [Self; 8] = [
        Self::Ascii,
        Self::Ansi,
        Self::Utf8 { bom: false },
        Self::Utf8 { bom: true },
        Self::Utf16Le { bom: false },
        Self::Utf16Le { bom: true },
        Self::Utf16Be { bom: false },
        Self::Utf16Be { bom: true },
    ];

    /// The name shown to users and in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ascii => "ascii",
            Self::Utf8 { bom: false } => "utf-8",
            Self::Utf8 { bom: true } => "utf-8-bom",
            Self::Utf16Le { bom: true } => "utf-16le",
            Self::Utf16Le { bom: false } => "utf-16le-no-bom",
            Self::Utf16Be { bom: true } => "utf-16be",
            Self::Utf16Be { bom: false } => "utf-16be-no-bom",
            Self::Ansi => "ansi",
        }
    }

    /// How many bytes of the mark stand before the text.
    #[must_use]
    pub const fn bom_len(self) -> usize {
        match self {
            Self::Utf8 { bom: true } => 3,
            Self::Utf16Le { bom: true } | Self::Utf16Be { bom: true } => 2,
            Self::Ascii
            | Self::Utf8 { bom: false }
            | Self::Utf16Le { bom: false }
            | Self::Utf16Be { bom: false }
            | Self::Ansi => 0,
        }
    }

    /// The width of one code unit in bytes.
    #[must_use]
    pub const fn unit(self) -> usize {
        match self {
            Self::Utf16Le { .. } | Self::Utf16Be { .. } => 2,
            Self::Ascii | Self::Utf8 { .. } | Self::Ansi => 1,
        }
    }

    /// Tells the encoding of a text that begins with `head`: its mark; else the zero bytes of UTF-16; else
    /// UTF-8 where it is valid (a sequence cut at the end of `head` included); else a code page.
    #[must_use]
    pub fn detect(head: &[u8]) -> Self {
        match head {
            [0xEF, 0xBB, 0xBF, ..] => return Self::Utf8 { bom: true },
            [0xFF, 0xFE, ..] => return Self::Utf16Le { bom: true },
            [0xFE, 0xFF, ..] => return Self::Utf16Be { bom: true },
            _ => {}
        }
        // Texts of these kinds are mostly ASCII, so UTF-16 shows as a zero in nearly every other byte.
        let sample = head.get(..head.len().min(512)).unwrap_or(head);
        if sample.len() >= 8 {
            let zeros =
                |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
            let half = sample.len() / 2;
            if zeros(1) * 10 >= half * 7 && zeros(0) * 10 < half {
                return Self::Utf16Le { bom: false };
            }
            if zeros(0) * 10 >= half * 7 && zeros(1) * 10 < half {
                return Self::Utf16Be { bom: false };
            }
        }
        match std::str::from_utf8(head) {
            Ok(_) if head.is_ascii() => Self::Ascii,
            Ok(_) => Self::Utf8 { bom: false },
            Err(error) if error.error_len().is_none() && error.valid_up_to() + 4 > head.len() => {
                Self::Utf8 { bom: false }
            }
            Err(_) => Self::Ansi,
        }
    }

    /// Decodes bytes that follow the mark. ASCII and UTF-8 fall back to windows-1252 where a later part of
    /// the input turns out to be neither.
    #[must_use]
    pub fn decode<'a>(self, bytes: &'a [u8], decoder: &dyn Decoder, code_page: &str) -> Cow<'a, str> {
        match self {
            Self::Ascii | Self::Utf8 { .. } => match std::str::from_utf8(bytes) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => Cow::Owned(ansi(bytes, decoder, code_page)),
            },
            Self::Ansi => Cow::Owned(ansi(bytes, decoder, code_page)),
            Self::Utf16Le { .. } => Cow::Owned(utf16(bytes, u16::from_le_bytes)),
            Self::Utf16Be { .. } => Cow::Owned(utf16(bytes, u16::from_be_bytes)),
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [one, two] => unit([*one, *two]),
        // A last byte without its partner.
        _ => 0xFFFD,
    });
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn ansi(bytes: &[u8], decoder: &dyn Decoder, code_page: &str) -> String {
    decoder.decode(code_page, bytes).unwrap_or_else(|| windows_1252(bytes))
}

/// Windows-1252 as the WHATWG standard maps it: 0x80 to 0x9F from the table, the rest as Latin-1.
#[must_use]
pub fn windows_1252(bytes: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9F => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            _ => char::from(*byte),
        })
        .collect()
}

impl Wire for Encoding {
    fn put(&self, out: &mut Vec<u8>) {
        let at = Self::ALL.iter().position(|known| known == self).unwrap_or(Self::ALL.len());
        (at as u64).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Self::ALL.get(usize::try_from(u64::take(from)?).ok()?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_decides_and_zeros_tell_without_one() {
        assert_eq!(Encoding::detect(b"\xFF\xFEa\0"), Encoding::Utf16Le { bom: true });
        assert_eq!(Encoding::detect(b"W\0i\0n\0d\0o\0w\0s\0"), Encoding::Utf16Le { bom: false });
        assert_eq!(Encoding::detect(b"\0W\0i\0n\0d\0o\0w\0s"), Encoding::Utf16Be { bom: false });
        assert_eq!(Encoding::detect("año".as_bytes()), Encoding::Utf8 { bom: false });
        assert_eq!(Encoding::detect(b"a\xF1o"), Encoding::Ansi);
        assert_eq!(Encoding::detect(b""), Encoding::Ascii);
    }

    #[test]
    fn a_sequence_cut_by_the_head_is_still_utf_8() {
        let text = "añ".as_bytes();
        assert_eq!(Encoding::detect(&text[..2]), Encoding::Utf8 { bom: false });
    }
}
