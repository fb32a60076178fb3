//! Sorts the code of a WebAssembly module into streams of like bytes, which pack a tenth smaller: instructions
//! resemble instructions, and the numbers of locals those of other locals. `www/join.js` puts them together again.

use anyhow::{Context as _, Result, bail, ensure};

/// The streams, by what is in them.
const INSTRUCTION: usize = 0;
const LOCAL: usize = 1;
const NUMBER: usize = 2;
const OFFSET: usize = 3;
const ALIGNMENT: usize = 4;
const CALL: usize = 5;
const BLOCK: usize = 6;
const BRANCH: usize = 7;
const LONG_NUMBER: usize = 8;
const GLOBAL: usize = 9;
const REST: usize = 10;
/// How many there are.
const STREAMS: usize = 11;
/// The section of a module that holds the code.
const CODE: u8 = 10;

/// The module, its code sorted: four numbers (the size of the module, of what is before the first function and
/// after the last, and the count of functions), the size of each stream, then all of those.
pub(crate) fn split(module: &[u8]) -> Result<Vec<u8>> {
    let (start, end) = code(module)?;
    let mut at = start;
    let count = number(module, &mut at)?;
    let head = module.get(..at).context("no code")?;
    let mut streams: [Vec<u8>; STREAMS] = Default::default();
    for _ in 0..count {
        let size = number(module, &mut at)?;
        let begin = at;
        body(&mut |stream: usize| {
            let byte = *module.get(at).context("the code ends early")?;
            streams.get_mut(stream).context("no such stream")?.push(byte);
            at += 1;
            Ok(byte)
        })?;
        ensure!((at - begin) as u64 == size, "a function has another size than it says");
    }
    ensure!(at == end, "there is more code than functions");
    let tail = module.get(end..).unwrap_or_default();
    let mut sorted = Vec::with_capacity(module.len());
    let sizes = [module.len(), head.len(), tail.len(), usize::try_from(count)?];
    for size in sizes.into_iter().chain(streams.iter().map(Vec::len)) {
        sorted.extend(u32::try_from(size)?.to_le_bytes());
    }
    for part in [head, tail].into_iter().chain(streams.iter().map(Vec::as_slice)) {
        sorted.extend(part);
    }
    ensure!(join(&sorted)? == module, "the sorted module does not become the module again");
    Ok(sorted)
}

/// The module that [`split`] sorted.
pub(crate) fn join(sorted: &[u8]) -> Result<Vec<u8>> {
    let mut numbers =
        sorted.chunks_exact(4).filter_map(|bytes| Some(u32::from_le_bytes(bytes.try_into().ok()?)));
    let mut next = || numbers.next().map(|number| number as usize).context("the sorted module is incomplete");
    let (size, head, tail, count) = (next()?, next()?, next()?, next()?);
    let mut places = [0; STREAMS];
    let first = 4 * (4 + STREAMS);
    let mut start = first + head + tail;
    for place in &mut places {
        *place = start;
        start += next()?;
    }
    let mut module = sorted.get(first..first + head).context("the sorted module is incomplete")?.to_vec();
    for _ in 0..count {
        let mut function = Vec::new();
        body(&mut |stream: usize| {
            let place = places.get_mut(stream).context("no such stream")?;
            let byte = *sorted.get(*place).context("a stream ends early")?;
            *place += 1;
            function.push(byte);
            Ok(byte)
        })?;
        let mut rest = function.len();
        while rest > 127 {
            module.push(u8::try_from(rest & 127)? | 128);
            rest >>= 7;
        }
        module.push(u8::try_from(rest)?);
        module.append(&mut function);
    }
    module.extend(sorted.get(first + head..first + head + tail).context("the sorted module is incomplete")?);
    ensure!(module.len() == size, "the module has another size than was said");
    Ok(module)
}

/// Walks over one function. `next` gives the byte that follows, of the stream it belongs to.
fn body(next: &mut dyn FnMut(usize) -> Result<u8>) -> Result<()> {
    let mut depth = 0_u32;
    for _ in 0..leb(next, REST)? {
        leb(next, REST)?;
        next(REST)?;
    }
    loop {
        match next(INSTRUCTION)? {
            0x02..=0x04 => {
                leb(next, BLOCK)?;
                depth += 1;
            }
            0x0b if depth == 0 => return Ok(()),
            0x0b => depth -= 1,
            0x0c | 0x0d => drop(leb(next, BRANCH)?),
            0x0e => {
                for _ in 0..=leb(next, REST)? {
                    leb(next, REST)?;
                }
            }
            0x10 => drop(leb(next, CALL)?),
            0x11 => {
                leb(next, REST)?;
                leb(next, REST)?;
            }
            0x1c => {
                for _ in 0..leb(next, REST)? {
                    next(REST)?;
                }
            }
            0x20..=0x22 => drop(leb(next, LOCAL)?),
            0x23 | 0x24 => drop(leb(next, GLOBAL)?),
            0x25 | 0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => drop(leb(next, REST)?),
            0x28..=0x3e => {
                leb(next, ALIGNMENT)?;
                leb(next, OFFSET)?;
            }
            0x41 => drop(leb(next, NUMBER)?),
            0x42 => drop(leb(next, LONG_NUMBER)?),
            0x43 => bytes(next, 4)?,
            0x44 => bytes(next, 8)?,
            0xfc => {
                let operands = match leb(next, REST)? {
                    0..=7 => 0,
                    8 | 10 | 12 | 14 => 2,
                    9 | 11 | 13 | 15..=17 => 1,
                    other => bail!("the instruction fc {other:x} is not known"),
                };
                for _ in 0..operands {
                    leb(next, REST)?;
                }
            }
            0x00 | 0x01 | 0x05 | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => {}
            other => bail!("the instruction {other:x} is not known"),
        }
    }
}

/// A number of any width, and its value as far as 64 bits hold it.
fn leb(next: &mut dyn FnMut(usize) -> Result<u8>, stream: usize) -> Result<u64> {
    let (mut value, mut shift) = (0, 0_u32);
    loop {
        let byte = next(stream)?;
        value |= u64::from(byte & 127).checked_shl(shift).unwrap_or(0);
        shift += 7;
        if byte < 128 {
            return Ok(value);
        }
    }
}

fn bytes(next: &mut dyn FnMut(usize) -> Result<u8>, count: usize) -> Result<()> {
    (0..count).try_for_each(|_| next(REST).map(drop))
}

/// Where the content of the code section begins and ends.
fn code(module: &[u8]) -> Result<(usize, usize)> {
    let mut at = 8;
    while let Some(section) = module.get(at) {
        at += 1;
        let size = usize::try_from(number(module, &mut at)?)?;
        if *section == CODE {
            return Ok((at, at + size));
        }
        at += size;
    }
    bail!("the module has no code")
}

fn number(bytes: &[u8], at: &mut usize) -> Result<u64> {
    let next = &mut |_: usize| {
        let byte = *bytes.get(*at).context("the module ends early")?;
        *at += 1;
        Ok(byte)
    };
    leb(next, REST)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// One function: `i32.const 300`, `drop`, `block`, `end`, `end`.
    pub(crate) const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x0b\x01\x09\0\x41\xac\x02\x1a\x02\x40\x0b\x0b";

    #[test]
    fn what_is_sorted_is_joined_again() {
        let sorted = split(MODULE).expect("sorted");
        assert_eq!(join(&sorted).expect("joined"), MODULE);
        assert!(sorted.ends_with(b"\x41\x1a\x02\x0b\x0b\xac\x02\x40\0"), "{sorted:x?}");
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let mut wrong = MODULE.to_vec();
        let place = wrong.iter().position(|byte| *byte == 0x1a).expect("a drop");
        wrong[place] = 0xfe;
        assert!(split(&wrong).is_err());
        assert!(split(b"\0asm\x01\0\0\0").is_err());
        assert!(join(&[0; 10]).is_err());
    }
}
