//! Writes a zip archive of stored entries, enough for a handful of small text files; and finds the entries of one
//! that somebody else wrote, without its bytes in memory.

/// An archive in the making.
#[derive(Default)]
pub(crate) struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

/// 1 January 2000, 00:00 in the form of DOS: no clock is asked, so that the same fixes make the same archive.
const DATE: u16 = (20 << 9) | (1 << 5) | 1;

impl Zip {
    /// Adds a file. The name uses `/` and is UTF-8.
    pub(crate) fn add(&mut self, name: &str, content: &[u8]) {
        let (offset, size) = (length(&self.bytes), length(content));
        let mut common = Vec::new();
        // Version 2.0, names in UTF-8, stored, time and date.
        for word in [20, 0x0800, 0, 0, DATE] {
            common.extend(u16::to_le_bytes(word));
        }
        for word in [crc32(content), size, size] {
            common.extend(u32::to_le_bytes(word));
        }
        common.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        common.extend([0, 0]);

        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&common);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(content);

        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&common);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.entries += 1;
    }

    /// The bytes of the archive.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        let (offset, size) = (length(&self.bytes), length(&self.directory));
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(size.to_le_bytes());
        self.bytes.extend(offset.to_le_bytes());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its name, with its folders.
    pub(crate) name: String,
    /// Whether its bytes are packed.
    pub(crate) deflated: bool,
    /// How many they are in the archive.
    pub(crate) packed: u64,
    /// How many they are.
    pub(crate) size: u64,
    /// Where its own header begins.
    pub(crate) offset: u64,
}

/// How much of the end of an archive is needed to find its directory: the record that ends it, its comment, and
/// what stands before it where the archive is large.
pub(crate) const TAIL: u64 = 22 + 65_535 + 76;

/// Whether a file begins as `.gz` files do.
pub(crate) fn is_gzip(head: &[u8]) -> bool {
    head.starts_with(b"\x1F\x8B\x08")
}

/// Where the directory of an archive begins, and how long it is: from the last bytes, the first of which is at
/// `start` in the archive.
pub(crate) fn directory_place(tail: &[u8], start: u64) -> Option<(u64, u64)> {
    let at = tail.windows(4).rposition(|bytes| bytes == b"PK\x05\x06")?;
    let end = tail.get(at..)?;
    let (length, offset) = (number(end, 12, 4)?, number(end, 16, 4)?);
    if offset != u64::from(u32::MAX) && length != u64::from(u32::MAX) {
        return Some((offset, length));
    }
    let locator = tail.get(at.checked_sub(20)?..at)?;
    if !locator.starts_with(b"PK\x06\x07") {
        return None;
    }
    let record = tail.get(usize::try_from(number(locator, 8, 8)?.checked_sub(start)?).ok()?..)?;
    Some((number(record, 48, 8)?, number(record, 40, 8)?))
}

/// The files a directory lists. `None` where one of them cannot be unpacked here: it is encrypted, or packed in a
/// way nobody uses for logs.
pub(crate) fn entries(directory: &[u8]) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut rest = directory;
    while rest.starts_with(b"PK\x01\x02") {
        let (flags, method) = (number(rest, 8, 2)?, number(rest, 10, 2)?);
        let length = |at: usize| Some(usize::try_from(number(rest, at, 2)?).unwrap_or(0));
        let (name_length, extra_length, comment) = (length(28)?, length(30)?, length(32)?);
        let name = rest.get(46..46 + name_length)?;
        let extra = rest.get(46 + name_length..46 + name_length + extra_length)?;
        let (mut packed, mut size, mut offset) =
            (number(rest, 20, 4)?, number(rest, 24, 4)?, number(rest, 42, 4)?);
        if let Some(large) = large(extra) {
            // Only what did not fit stands there, in this order.
            let mut at = 0;
            for value in [&mut size, &mut packed, &mut offset] {
                if *value == u64::from(u32::MAX) {
                    *value = number(large, at, 8)?;
                    at += 8;
                }
            }
        }
        let name = String::from_utf8_lossy(name).replace('\\', "/");
        if flags & 1 == 1 || !matches!(method, 0 | 8) {
            return None;
        }
        if !name.ends_with('/') && !name.starts_with("__MACOSX/") && size > 0 {
            entries.push(Entry { name, deflated: method == 8, packed, size, offset });
        }
        rest = rest.get(46 + name_length + extra_length + comment..)?;
    }
    Some(entries)
}

/// How far behind the beginning of its header the bytes of an entry begin.
pub(crate) fn data_offset(header: &[u8]) -> Option<u64> {
    header.starts_with(b"PK\x03\x04").then_some(())?;
    Some(30 + number(header, 26, 2)? + number(header, 28, 2)?)
}

/// The extra field that holds sizes of 4 GiB and more.
fn large(mut extra: &[u8]) -> Option<&[u8]> {
    while extra.len() >= 4 {
        let length = usize::try_from(number(extra, 2, 2)?).unwrap_or(0);
        if number(extra, 0, 2)? == 1 {
            return extra.get(4..4 + length);
        }
        extra = extra.get(4 + length..)?;
    }
    None
}

/// A number of so many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(number: u64) -> usize {
        usize::try_from(number).unwrap()
    }

    #[test]
    fn what_was_written_is_found_again() {
        let mut zip = Zip::default();
        zip.add("SmtpSend/SEND.LOG", b"hello");
        zip.add("empty/", b"");
        let bytes = zip.finish();
        let (start, length) = directory_place(&bytes, 0).unwrap();
        let directory = &bytes[index(start)..index(start + length)];
        let [entry] = &entries(directory).unwrap()[..] else { panic!("one file") };
        assert_eq!((entry.name.as_str(), entry.size, entry.deflated), ("SmtpSend/SEND.LOG", 5, false));
        let begin = index(entry.offset + data_offset(&bytes[index(entry.offset)..]).unwrap());
        assert_eq!(&bytes[begin..begin + 5], b"hello");
        // Cut anywhere, it is no archive, and nothing panics.
        for end in 0..bytes.len() {
            let cut = &bytes[..end];
            if let Some((start, length)) = directory_place(cut, 0) {
                let end = index(start + length).min(cut.len());
                drop(cut.get(index(start)..end).and_then(entries));
            }
        }
    }

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn an_archive_ends_with_its_directory() {
        let mut zip = Zip::default();
        zip.add("a.txt", b"hello");
        zip.add("b/c.txt", b"");
        let bytes = zip.finish();
        let end = bytes.len() - 22;
        assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
        let offset = u32::from_le_bytes(bytes[end + 16..end + 20].try_into().unwrap()) as usize;
        assert_eq!(&bytes[offset..offset + 4], b"PK\x01\x02");
        let size = u32::from_le_bytes(bytes[end + 12..end + 16].try_into().unwrap()) as usize;
        assert_eq!(offset + size, end);
    }
}
