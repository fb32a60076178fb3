//! Facts as bytes and back, for partial results that travel between processes and workers.
//!
//! A hand-made form instead of a library: numbers as varints, texts and lists with their length before them. It
//! is read by the version that wrote it alone, see [`crate::partial`]. Reading never fails loudly: whatever the
//! bytes are, `None` comes out where they are not what was written, and nothing is reserved on their word.

use std::collections::BTreeMap;
use std::sync::Arc;

/// What can be written down and read back.
pub(crate) trait Wire: Sized {
    /// Writes it.
    fn put(&self, out: &mut Vec<u8>);
    /// Reads it off the front.
    fn take(from: &mut &[u8]) -> Option<Self>;
}

/// Fields in this order.
macro_rules! wire_struct {
    ($name:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::wire::Wire for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $($crate::wire::Wire::put(&self.$field, out);)+
            }
            fn take(from: &mut &[u8]) -> Option<Self> {
                $(let $field = $crate::wire::Wire::take(from)?;)+
                Some(Self { $($field),+ })
            }
        }
    };
}

/// Variants by their place in this list.
macro_rules! wire_enum {
    ($name:ident: $($variant:ident),+ $(,)?) => {
        impl $crate::wire::Wire for $name {
            fn put(&self, out: &mut Vec<u8>) {
                const ALL: &[$name] = &[$($name::$variant),+];
                let at = ALL.iter().position(|known| known == self).unwrap_or(ALL.len());
                $crate::wire::Wire::put(&(at as u64), out);
            }
            fn take(from: &mut &[u8]) -> Option<Self> {
                const ALL: &[$name] = &[$($name::$variant),+];
                ALL.get(usize::try_from(u64::take(from)?).ok()?).copied()
            }
        }
    };
}

pub(crate) use {wire_enum, wire_struct};

/// Takes that many bytes off the front.
pub(crate) fn take_bytes<'a>(from: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(count)?;
    *from = rest;
    Some(taken)
}

fn take_length(from: &mut &[u8]) -> Option<usize> {
    // Everything that is counted takes a byte at least.
    usize::try_from(u64::take(from)?).ok().filter(|length| *length <= from.len())
}

impl Wire for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut left = *self;
        while left >= 0x80 {
            out.push(u8::try_from(left & 0x7F).unwrap_or(0) | 0x80);
            left >>= 7;
        }
        out.push(u8::try_from(left).unwrap_or(0));
    }

    /// At most 2⁵⁶: sums of what is read do not overflow.
    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut number = 0;
        for shift in (0..56).step_by(7) {
            let (byte, rest) = from.split_first()?;
            *from = rest;
            number |= Self::from(byte & 0x7F) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

macro_rules! wire_number {
    ($($number:ty),+) => {$(
        impl Wire for $number {
            fn put(&self, out: &mut Vec<u8>) {
                u64::from(*self).put(out);
            }
            fn take(from: &mut &[u8]) -> Option<Self> {
                u64::take(from)?.try_into().ok()
            }
        }
    )+};
}
wire_number!(u8, u16, u32);

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(take_bytes(from, 1)? == [1])
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u64).put(out);
        out.extend_from_slice(self.as_bytes());
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        let length = take_length(from)?;
        Some(std::str::from_utf8(take_bytes(from, length)?).ok()?.to_owned())
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(if bool::take(from)? { Some(T::take(from)?) } else { None })
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u64).put(out);
        for value in self {
            value.put(out);
        }
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        (0..take_length(from)?).map(|_| T::take(from)).collect()
    }
}

impl<K: Wire + Ord, V: Wire> Wire for BTreeMap<K, V> {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u64).put(out);
        for (key, value) in self {
            key.put(out);
            value.put(out);
        }
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        // Collecting would sort first, with a sort of its own for every type.
        let mut map = Self::new();
        for _ in 0..take_length(from)? {
            map.insert(K::take(from)?, V::take(from)?);
        }
        Some(map)
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        Some((A::take(from)?, B::take(from)?))
    }
}

impl<A: Wire, B: Wire, C: Wire> Wire for (A, B, C) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
        self.2.put(out);
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        Some((A::take(from)?, B::take(from)?, C::take(from)?))
    }
}

impl<T: Wire> Wire for Arc<T> {
    fn put(&self, out: &mut Vec<u8>) {
        T::put(self, out);
    }
    fn take(from: &mut &[u8]) -> Option<Self> {
        T::take(from).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_nothing_else() {
        type Value = (BTreeMap<String, Option<u64>>, Vec<(bool, u16)>);
        let value: Value =
            ([("a".to_owned(), Some(300)), ("ñ".to_owned(), None)].into(), vec![(true, 65535)]);
        let mut bytes = Vec::new();
        value.put(&mut bytes);
        assert_eq!(Value::take(&mut &*bytes), Some(value));
        for end in 0..bytes.len() {
            assert_eq!(Value::take(&mut bytes.get(..end).unwrap()), None, "first {end} bytes");
        }
    }

    #[test]
    fn a_length_beyond_what_follows_reserves_nothing() {
        let mut bytes = Vec::new();
        (1_u64 << 40).put(&mut bytes);
        assert_eq!(Vec::<u64>::take(&mut &*bytes), None);
        assert_eq!(String::take(&mut &*bytes), None);
    }
}
