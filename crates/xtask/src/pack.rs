//! Packs the module of the page into text that HTML can hold, for `www/boot.js` to spell out and `www/unpack.js`
//! to unpack.
//!
//! LZMA makes a WebAssembly module a fifth smaller than the formats browsers know themselves. A byte of the page
//! then says 7 bits of it, where base64 says 6.

use crate::wasm::Profile;
use anyhow::{Context as _, Result, ensure};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaReader, LzmaWriter, MfType};
use std::io::{Read as _, Write as _};

/// The characters that do not stand for their own 7 bits: `<` could end a script element, and what lies between
/// here and a browser may change line ends, or take the others for commands. They are few enough to be told,
/// together with the 7 bits that follow, by one character of two bytes.
const NOT_PLAIN: [u8; 14] = [0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 26, 27, b'<', 127];
/// The first of these characters of two bytes; the last is U+07FF.
const FIRST_PAIR: u32 = 0x100;

/// The bytes, smaller, as text.
pub(crate) fn pack(bytes: &[u8], profile: Profile) -> Result<String> {
    Ok(spell(&compress(bytes, profile)?))
}

/// The compressed bytes of a text that [`pack`] made.
pub(crate) fn compressed(text: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    let mut put = |value: u32| {
        bits |= value << count;
        count += 7;
        if count >= 8 {
            bytes.extend(bits.to_le_bytes().first());
            bits >>= 8;
            count -= 8;
        }
    };
    for character in text.chars().map(u32::from) {
        if let Some(pair) = character.checked_sub(FIRST_PAIR) {
            let first = usize::try_from(pair >> 7).ok().and_then(|place| NOT_PLAIN.get(place));
            put(u32::from(*first.context("the packed module has a wrong character")?));
            put(pair & 127);
        } else {
            let plain = u8::try_from(character).is_ok_and(|byte| byte < 128 && !NOT_PLAIN.contains(&byte));
            ensure!(plain, "the packed module has a wrong character");
            put(character);
        }
    }
    Ok(bytes)
}

/// The bytes that [`compress`] compressed.
pub(crate) fn decompress(compressed: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    LzmaReader::new_mem_limit(compressed, u32::MAX, None)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn compress(bytes: &[u8], profile: Profile) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(match profile {
        Profile::Dev => 1,
        Profile::Release => 9,
    });
    options.dict_size = u32::try_from(bytes.len())?.max(1 << 12).next_power_of_two();
    // Code has no alignment to go by, and its next byte hangs on the whole one before.
    (options.lc, options.lp, options.pb) = (4, 0, 0);
    if profile == Profile::Release {
        (options.mode, options.mf) = (EncodeMode::Normal, MfType::Bt4);
        (options.nice_len, options.depth_limit) = (273, 1000);
    }
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    let compressed = writer.finish()?;
    ensure!(decompress(&compressed)? == bytes, "the packed module does not unpack");
    Ok(compressed)
}

/// 7 bits as a character, or 14 as one of two bytes, the lowest bits first.
fn spell(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    let mut first = None;
    // The last bits of all may need a second half that is not there: zeros, which fill no byte.
    for byte in bytes.iter().copied().map(Some).chain([None, None]) {
        bits |= u32::from(byte.unwrap_or_default()) << count;
        count += 8;
        while count >= 7 {
            let value = u8::try_from(bits & 127).unwrap_or_default();
            bits >>= 7;
            count -= 7;
            if let Some(place) = first.take() {
                text.extend(char::from_u32(FIRST_PAIR + place * 128 + u32::from(value)));
            } else if let Some(place) = NOT_PLAIN.iter().position(|known| *known == value) {
                first = u32::try_from(place).ok();
            } else {
                text.push(char::from(value));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_unpacks() {
        for length in [0, 1, 2, 12, 13, 14, 5_000] {
            let bytes: Vec<u8> = (0_u32..length).map(|index| (index * index % 251) as u8).collect();
            let text = pack(&bytes, Profile::Dev).expect("packed");
            assert!(!text.bytes().any(|byte| NOT_PLAIN.contains(&byte)), "{text}");
            assert!(text.chars().all(|character| character < '\u{800}'), "{text}");
            assert!(text.len() <= (bytes.len() + 40) * 8 / 7 + 6, "{length}: {}", text.len());
            let compressed = compressed(&text).expect("spelt");
            assert_eq!(decompress(&compressed).expect("unpacked"), bytes);
        }
    }

    #[test]
    fn a_wrong_character_is_an_error() {
        assert!(compressed("<<").is_err());
        assert!(compressed("\u{ff}").is_err());
        assert!(compressed("\u{800}").is_err());
    }
}
