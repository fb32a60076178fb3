//! Comparing bytes in the hot path: eight at a time and in place.
//!
//! In WebAssembly the comparison of slices is a call into a loop over single bytes. Most comparisons here are of a
//! few dozen bytes that are the same.

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

/// What follows `known` where `text` begins with it.
#[inline]
pub(crate) fn after<'a>(text: &'a [u8], known: &[u8]) -> Option<&'a [u8]> {
    let (start, rest) = text.split_at_checked(known.len())?;
    same(start, known).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_counts_at_every_length() {
        let text: Vec<u8> = (0..40).collect();
        for length in 0..text.len() {
            let known = &text[..length];
            assert_eq!(after(&text, known), Some(&text[length..]));
            for at in 0..length {
                let mut other = known.to_vec();
                other[at] ^= 0x80;
                assert!(!same(known, &other), "byte {at} of {length}");
                assert_eq!(after(&text, &other), None);
            }
            assert!(!same(known, &text));
        }
        assert_eq!(after(b"ab", b"abc"), None);
    }
}
