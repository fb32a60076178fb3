//! What a text cannot hold, told from one look at all of it.
//!
//! Hundreds of words are looked for in every text, and hardly any is there. Looking for each by itself reads the
//! text hundreds of times: two and a half seconds for a megabyte in a browser, where the standard library has no
//! vectors to search with. A word is there only if every four bytes of it that follow each other are.

use crate::format::text::squeezed;

/// Which groups of four bytes stand in a text that was squeezed (see [`Text`](super::text::Text)); what is in it may
/// be there, what is not in it is not.
#[derive(Debug, Default)]
pub(crate) struct Grams {
    bits: Vec<u64>,
}

/// The last four bytes of what went by.
#[derive(Default)]
struct Window {
    bytes: u32,
    filled: u32,
}

impl Window {
    /// The group that `byte` completes.
    fn push(&mut self, byte: u8) -> Option<u32> {
        self.bytes = self.bytes << 8 | u32::from(byte);
        self.filled += 1;
        (self.filled >= 4).then_some(self.bytes)
    }
}

impl Grams {
    /// Of a text that is squeezed already.
    pub(crate) fn of(text: &str) -> Self {
        // Eight bits for a byte, as long as they stay in the cache: 128 KB serve a megabyte of ordinary text.
        let words = (text.len() / 8).next_power_of_two().clamp(16, 1 << 14);
        let mut grams = Self { bits: vec![0; words] };
        let mut window = Window::default();
        for byte in text.bytes() {
            if let Some(group) = window.push(byte) {
                let (word, bit) = grams.place(group);
                if let Some(word) = grams.bits.get_mut(word) {
                    *word |= bit;
                }
            }
        }
        grams
    }

    /// Whether the text may hold `word`, with whatever blanks, quotes and letter case.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let mut window = Window::default();
        let mut buffer = [0; 4];
        squeezed(word).all(|character| {
            character.encode_utf8(&mut buffer).bytes().all(|byte| {
                window.push(byte).is_none_or(|group| {
                    let (word, bit) = self.place(group);
                    self.bits.get(word).is_none_or(|word| word & bit != 0)
                })
            })
        })
    }

    fn place(&self, group: u32) -> (usize, u64) {
        // Fibonacci hashing: the high bits are well mixed.
        let hash = group.wrapping_mul(0x9E37_79B1);
        let word = (hash >> 16) as usize & self.bits.len().saturating_sub(1);
        (word, 1 << (hash >> 10 & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_may_be_and_most_else_may_not() {
        let grams = Grams::of("4214.4.2connectiondroppedduetosocketerror\u{444}\u{430}\u{439}\u{43b}");
        for word in ["Connection dropped", "due to 'SocketError'", "421 4.4.2", "tls", "", "\u{424}\u{410}"] {
            assert!(grams.may_hold(word), "{word}");
        }
        for word in ["TLS negotiation failed", "connected", "4.4.3", "\u{424}\u{410}\u{425}"] {
            assert!(!grams.may_hold(word), "{word}");
        }
    }
}
