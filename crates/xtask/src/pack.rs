//! Packs the module of the page into text that HTML can hold, for `www/unpack.js` to unpack.
//!
//! LZMA makes a WebAssembly module a fifth smaller than the formats browsers know themselves, and 91 printable
//! characters spell it in 16 bits for 13, where base64 takes 17.3.

use crate::wasm::Profile;
use anyhow::{Context as _, Result, ensure};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaReader, LzmaWriter, MfType};
use std::io::{Read as _, Write as _};

/// How many digits there are. Two of them say 13 bits.
const BASE: u32 = 91;
/// The first of them.
const FIRST: u8 = b'#';
/// The one character among them that could end a script element …
const UNSAFE: u8 = b'<';
/// … and what stands for it: the one after the last digit.
const INSTEAD: u8 = b'~';

/// The bytes, smaller, as text.
pub(crate) fn pack(bytes: &[u8], profile: Profile) -> Result<String> {
    Ok(spell(&compress(bytes, profile)?))
}

/// The compressed bytes of a text that [`pack`] made.
pub(crate) fn compressed(text: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for pair in text.as_bytes().chunks_exact(2) {
        let digit = |place: usize| -> Result<u32> {
            let digit = match pair.get(place).copied() {
                Some(INSTEAD) => Some(UNSAFE),
                // It is never written.
                Some(UNSAFE) => None,
                other => other,
            };
            let value = digit.and_then(|digit| digit.checked_sub(FIRST)).map(u32::from);
            value.filter(|value| *value < BASE).context("the packed module has a wrong character")
        };
        bits |= (digit(0)? + digit(1)? * BASE) << count;
        count += 13;
        while count >= 8 {
            bytes.extend(bits.to_le_bytes().first());
            bits >>= 8;
            count -= 8;
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

fn compress(bytes: &[u8], profile: Profile) -> Result<Vec<u8>> {
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

/// 13 bits as two characters, the lowest bits first.
fn spell(bytes: &[u8]) -> String {
    let digit = |value: u32| {
        let digit = u8::try_from(value).unwrap_or_default() + FIRST;
        char::from(if digit == UNSAFE { INSTEAD } else { digit })
    };
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits |= u32::from(*byte) << count;
        count += 8;
        if count >= 13 {
            let value = bits & 0x1fff;
            text.extend([digit(value % BASE), digit(value / BASE)]);
            bits >>= 13;
            count -= 13;
        }
    }
    if count > 0 {
        text.extend([digit(bits % BASE), digit(bits / BASE)]);
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
            assert!(text.bytes().all(|byte| (b'#'..=b'~').contains(&byte) && byte != b'<'), "{text}");
            let compressed = compressed(&text).expect("spelt");
            assert_eq!(decompress(&compressed).expect("unpacked"), bytes);
        }
    }

    #[test]
    fn a_wrong_character_is_an_error() {
        assert!(compressed("<<").is_err());
        assert!(compressed("!!").is_err());
    }
}
