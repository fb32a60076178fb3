//! Decodes what `core` does not, by the same standard as the page's `TextDecoder`.

use encoding_rs::Encoding;
use mailtls_core::decode::Decoder;

/// Every encoding of the WHATWG standard.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WhatwgDecoder;

impl Decoder for WhatwgDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages_are_decoded_by_their_label() {
        let decode = |label: &str, bytes: &[u8]| WhatwgDecoder.decode(label, bytes);
        assert_eq!(decode("windows-1252", b"conexi\xf3n").as_deref(), Some("conexión"));
        assert_eq!(decode("Shift_JIS", b"\x83\x81\x81[\x83\x8b").as_deref(), Some("メール"));
        assert_eq!(decode("utf-8", b"a\xffb").as_deref(), Some("a\u{fffd}b"));
        assert_eq!(decode("no-such-encoding", b"a"), None);
    }
}
