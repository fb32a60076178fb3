//! Comparing and finding bytes in the hot path: eight at a time and in place.
//!
//! In WebAssembly the comparison of slices is a call into a loop over single bytes. Most comparisons here are of a
//! few dozen bytes that are the same.

/// A text that rows have in the same place again and again: a connector, the two ends of a connection.
///
/// Compared as a whole under a mask: lengths differ from row to row of sessions that take turns, and a loop that
/// ends elsewhere each time is mispredicted each time, which costs more than the whole comparison.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    words: [u64; Self::MOST / 8],
    masks: [u64; Self::MOST / 8],
    length: usize,
}

impl Known {
    /// The longest text that is known in this way.
    pub(crate) const MOST: usize = 48;

    /// Knows nothing: no text begins with it.
    pub(crate) const NONE: Self = Self { words: [1; Self::MOST / 8], masks: [0; Self::MOST / 8], length: 0 };

    /// Knows `text`, unless that is empty or too long.
    pub(crate) fn new(text: &[u8]) -> Self {
        if text.is_empty() || text.len() > Self::MOST {
            return Self::NONE;
        }
        let mut bytes = [0; Self::MOST];
        for (to, from) in bytes.iter_mut().zip(text) {
            *to = *from;
        }
        let mut known = Self { length: text.len(), ..Self::NONE };
        let (words, _) = bytes.as_chunks::<8>();
        let mut left = text.len();
        for ((word, mask), bytes) in known.words.iter_mut().zip(&mut known.masks).zip(words) {
            *word = u64::from_le_bytes(*bytes);
            // All bits of the bytes that are part of it.
            *mask = if left >= 8 { u64::MAX } else { (1 << (left * 8)) - 1 };
            left = left.saturating_sub(8);
        }
        known
    }

    /// How long it is where `text` begins with it.
    #[inline]
    pub(crate) fn begins(&self, text: &[u8; Self::MOST]) -> Option<usize> {
        let (words, _) = text.as_chunks::<8>();
        let (mut differ, mut at) = (0, 0);
        // By places: built for size, zipping is a call.
        while let (Some(word), Some(known), Some(mask)) =
            (words.get(at), self.words.get(at), self.masks.get(at))
        {
            differ |= (u64::from_le_bytes(*word) ^ known) & mask;
            at += 1;
        }
        (differ == 0 && self.length > 0).then_some(self.length)
    }
}

/// Where the first `byte` stands in a text of a dozen bytes: a call into `memchr` costs more than it saves there.
#[inline]
pub(crate) fn find(byte: u8, text: &[u8]) -> Option<usize> {
    first_of(byte, byte, text)
}

/// Where the first of two bytes stands in a text of some dozen bytes.
///
/// With the vectors of a 64-bit machine `memchr` takes half the steps (the whole pass: 1.6 times `csv-core` instead
/// of 1.4); in WebAssembly it goes by four bytes where the other goes by eight.
#[inline]
pub(crate) fn find_either(one: u8, other: u8, text: &[u8]) -> Option<usize> {
    if usize::BITS == 64 { memchr::memchr2(one, other, text) } else { first_of(one, other, text) }
}

/// Where the first line feed stands in a text of some dozen bytes, which way for the same reason.
#[inline]
pub(crate) fn find_line_end(text: &[u8]) -> Option<usize> {
    if usize::BITS == 64 { memchr::memchr(b'\n', text) } else { find(b'\n', text) }
}

#[inline]
fn first_of(one: u8, other: u8, text: &[u8]) -> Option<usize> {
    let (words, rest) = text.as_chunks::<8>();
    let mut at = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let found = matches(one, word) | matches(other, word);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    rest.iter().position(|byte| *byte == one || *byte == other).map(|place| at + place)
}

/// The high bit of each byte of a word that is `byte`; bits above the lowest of them may be wrong.
#[inline]
pub(crate) fn matches(byte: u8, word: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    let zero_where_found = word ^ u64::from_le_bytes([byte; 8]);
    // The borrow that a zero byte makes.
    zero_where_found.wrapping_sub(ONES) & !zero_where_found & HIGH
}

/// Whether both are the same.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (Some(one_last), Some(other_last)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else {
        return one.iter().eq(other);
    };
    let (ones, _) = one.as_chunks::<8>();
    let (others, _) = other.as_chunks::<8>();
    // The last eight overlap what goes before them.
    ones.iter().zip(others).all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
        && u64::from_le_bytes(*one_last) == u64::from_le_bytes(*other_last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_counts_at_every_length() {
        let text: Vec<u8> = (0..60).collect();
        let start: &[u8; Known::MOST] = text.first_chunk().unwrap();
        for length in 0..=text.len() {
            let known = &text[..length];
            let may = (1..=Known::MOST).contains(&length);
            assert_eq!(Known::new(known).begins(start), may.then_some(length));
            assert!(same(known, &text.clone()[..length]));
            for at in 0..length {
                let mut other = known.to_vec();
                other[at] ^= 0x80;
                assert!(!same(known, &other), "byte {at} of {length}");
                assert_eq!(Known::new(&other).begins(start), None);
            }
        }
    }

    #[test]
    fn a_byte_is_found_at_every_place() {
        for length in 0..40 {
            let mut text = vec![b'-'; length];
            assert_eq!(find(b',', &text), None);
            for at in (0..length).rev() {
                text[at] = b',';
                assert_eq!(find(b',', &text), Some(at));
                assert_eq!(first_of(b'\n', b',', &text), Some(at));
                assert_eq!(find_either(b'\n', b',', &text), Some(at));
            }
        }
    }
}
