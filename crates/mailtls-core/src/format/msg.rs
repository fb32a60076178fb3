//! Outlook's `.msg` files: the text of the report and the headers inside a compound file.
//!
//! Reads what a bounce has and no more: the directory and a few property streams. The format is that of
//! MS-CFB, the property names those of MS-OXMSG. A damaged file gives what can be had of it.

use crate::decode::{Encoding, windows_1252};
use crate::format::lines::Line;
use crate::format::text::Text;
use crate::format::{Origin, Reader, Sink, detect, statements};
use crate::report::DocumentReport;
use crate::vocabulary::Kind;
use std::borrow::Cow;

const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether an input is a compound file.
#[must_use]
pub(super) fn is_file(head: &[u8]) -> bool {
    head.starts_with(SIGNATURE)
}

/// Reads one message.
#[derive(Debug)]
pub(crate) struct MsgReader {
    origin: Origin,
    bytes: Vec<u8>,
    cut: bool,
    lines: u64,
}

impl MsgReader {
    /// The most bytes of a message that are kept.
    const LIMIT: usize = 16 << 20;

    pub(crate) fn new(origin: Origin) -> Self {
        Self { origin, bytes: Vec::new(), cut: false, lines: 0 }
    }
}

impl Reader for MsgReader {
    fn feed(&mut self, chunk: &[u8], _sink: &mut Sink<'_>) {
        let room = Self::LIMIT.saturating_sub(self.bytes.len());
        self.cut |= chunk.len() > room;
        self.bytes.extend_from_slice(chunk.get(..room).unwrap_or(chunk));
    }

    fn finish(&mut self, sink: &mut Sink<'_>) {
        let bytes = std::mem::take(&mut self.bytes);
        if self.cut {
            detect::note(self.origin, "input-cut", sink);
        }
        let texts = CompoundFile::open(&bytes).map(|file| file.texts()).unwrap_or_default();
        let mut lines: Vec<Line<'static>> = Vec::new();
        for line in texts.iter().flat_map(|text| text.lines().chain([""])) {
            self.lines += 1;
            // The text is stored in sectors and in UTF-16: lines are counted in the message, and the place in
            // the file is that of the whole.
            lines.push(Line {
                source: self.origin.source,
                number: self.lines,
                start: 0,
                end: bytes.len() as u64,
                text: Cow::Owned(line.to_owned()),
                encoding: Encoding::Ascii,
                cut: false,
            });
        }
        let delivery = statements::read(&Text::new(lines), Kind::Ndr, "msg");
        if texts.is_empty() {
            detect::note(self.origin, "input-damaged", sink);
        }
        if let Some(delivery) = delivery {
            sink.facts.delivery.add(delivery);
        }
    }

    fn lines(&self) -> u64 {
        self.lines
    }

    fn documents(&self) -> Vec<DocumentReport> {
        vec![DocumentReport {
            kind: Kind::Ndr,
            form: "msg".to_owned(),
            first_line: 1,
            last_line: self.lines.max(1),
        }]
    }
}

/// A compound file: chains of sectors, named by a directory.
struct CompoundFile<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    directory: Vec<u8>,
    cutoff: u64,
}

/// No sector has this number or a higher one.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn number32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn numbers32(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).filter_map(|chunk| chunk.try_into().ok().map(u32::from_le_bytes))
}

impl<'a> CompoundFile<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = 1usize << number16(bytes, 30)?.clamp(7, 16);
        let mut file = Self {
            bytes,
            sector,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            directory: Vec::new(),
            cutoff: u64::from(number32(bytes, 56)?),
        };
        // The sectors of the table: 109 of them in the header, the others in a chain of their own.
        let mut sectors: Vec<u32> = numbers32(bytes.get(76..512)?).collect();
        let mut next = number32(bytes, 68)?;
        let most = bytes.len() / sector + 1;
        for _ in 0..most {
            let Some(content) = file.sector(next) else { break };
            let Some((entries, link)) = content.split_at_checked(sector - 4) else { break };
            sectors.extend(numbers32(entries));
            next = number32(link, 0).unwrap_or(u32::MAX);
        }
        for number in sectors.into_iter().filter(|number| *number < LAST_SECTOR) {
            let Some(content) = file.sector(number) else { continue };
            let entries: Vec<u32> = numbers32(content).collect();
            file.table.extend(entries);
        }
        file.directory = file.chain(number32(bytes, 48)?);
        file.mini_table = numbers32(&file.chain(number32(bytes, 60)?)).collect();
        let root = number32(&file.directory, 116)?;
        file.mini_stream = file.chain(root);
        Some(file)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        if number >= LAST_SECTOR {
            return None;
        }
        let start = (usize::try_from(number).ok()? + 1).checked_mul(self.sector)?;
        // The last one may be cut short.
        self.bytes
            .get(start..(start + self.sector).min(self.bytes.len()))
            .filter(|content| !content.is_empty())
    }

    fn chain(&self, first: u32) -> Vec<u8> {
        let mut content = Vec::new();
        let mut number = first;
        // A chain is not longer than the table; a longer one is a circle.
        for _ in 0..=self.table.len() {
            let Some(sector) = self.sector(number) else { break };
            content.extend_from_slice(sector);
            number = self.table.get(number as usize).copied().unwrap_or(u32::MAX);
        }
        content
    }

    fn mini_chain(&self, first: u32, size: usize) -> Vec<u8> {
        const MINI: usize = 64;
        let mut content = Vec::new();
        let mut number = first;
        for _ in 0..=self.mini_table.len() {
            let start = (number as usize).saturating_mul(MINI);
            let Some(sector) = self.mini_stream.get(start..(start + MINI).min(self.mini_stream.len())) else {
                break;
            };
            content.extend_from_slice(sector);
            if content.len() >= size {
                break;
            }
            number = self.mini_table.get(number as usize).copied().unwrap_or(u32::MAX);
        }
        content
    }

    /// The texts of a message that tell of a delivery: report text, body, what servers said of each
    /// recipient, and the headers.
    fn texts(&self) -> Vec<String> {
        const REPORT_TEXT: &str = "1001";
        const BODY: &str = "1000";
        const HTML: &str = "1013";
        const SUPPLEMENT: &str = "0C1B";
        const HEADERS: &str = "007D";
        const SUBJECT: &str = "0037";
        let mut found: Vec<(usize, String)> = Vec::new();
        for entry in self.directory.chunks_exact(128) {
            let Some(length) = number16(entry, 64).map(usize::from) else { continue };
            let name: Vec<u16> = entry
                .get(..length.saturating_sub(2).min(64))
                .unwrap_or_default()
                .chunks_exact(2)
                .filter_map(|unit| unit.try_into().ok().map(u16::from_le_bytes))
                .collect();
            let name = String::from_utf16_lossy(&name);
            let Some(property) = name.strip_prefix("__substg1.0_") else { continue };
            let Some((tag, kind)) = property.split_at_checked(4) else { continue };
            let order = [SUBJECT, REPORT_TEXT, BODY, SUPPLEMENT, HTML, HEADERS];
            let Some(place) = order.iter().position(|known| known.eq_ignore_ascii_case(tag)) else {
                continue;
            };
            let (Some(first), Some(size)) = (number32(entry, 116), number32(entry, 120)) else { continue };
            let size = size as usize;
            let mut content =
                if (size as u64) < self.cutoff { self.mini_chain(first, size) } else { self.chain(first) };
            content.truncate(size);
            let text = match kind.to_ascii_uppercase().as_str() {
                "001F" => {
                    let units: Vec<u16> = content
                        .chunks_exact(2)
                        .filter_map(|unit| unit.try_into().ok().map(u16::from_le_bytes))
                        .collect();
                    String::from_utf16_lossy(&units)
                }
                "001E" | "0102" => match String::from_utf8(content) {
                    Ok(text) => text,
                    Err(error) => windows_1252(error.as_bytes()),
                },
                _ => continue,
            };
            if !text.trim().is_empty() {
                found.push((place, text));
            }
        }
        crate::order::sort_by_key(&mut found, |(place, _)| *place);
        let has_body = found.iter().any(|(place, _)| *place == 1 || *place == 2);
        found.retain(|(place, _)| !(has_body && *place == 4));
        found.into_iter().map(|(_, text)| text).collect()
    }
}
