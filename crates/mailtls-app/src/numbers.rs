//! Numbers on their way to and from JavaScript, which counts in floating point.

/// A count as JavaScript holds it: exact up to 2⁵³, far above any size in bytes, line or job.
#[expect(clippy::cast_precision_loss, reason = "no file, line or job number comes near 2⁵³")]
pub(crate) const fn float(count: u64) -> f64 {
    count as f64
}

/// A count that came from JavaScript; what is not a count (negative, not a number) becomes 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
pub(crate) const fn count(number: f64) -> u64 {
    number as u64
}

/// A length in whole CSS pixels, as scroll positions are set.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and half a pixel is not seen")]
pub(crate) const fn pixels(length: f64) -> i32 {
    length as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_count_is_none() {
        assert_eq!((count(-1.0), count(f64::NAN), count(3.9)), (0, 0, 3));
        assert_eq!((float(1 << 40), pixels(2.7)), (1_099_511_627_776.0, 2));
    }
}
