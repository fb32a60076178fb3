//! Tells what an input, or a line of a paste, is: by what it says of itself first, by the shape of its lines second.

use crate::decode::Encoding;
use crate::format::smtp_log::lenient;
use crate::format::{Origin, Sink, reg, reg_listing};
use crate::span::{Mark, Span};

/// What a line of a paste belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// A `.reg` file.
    Reg,
    /// A listing of registry values: `reg query`, PowerShell, HealthChecker.
    RegListing,
    /// Anything that is said of a delivery, rows of protocol logs among it.
    Text,
}

/// The family a line shows by itself; `None` for a line that could belong to any.
pub(crate) fn family(line: &str) -> Option<Family> {
    let line = unquoted(line);
    if line.is_empty() {
        return None;
    }
    if is_reg_line(line) {
        Some(Family::Reg)
    } else if is_listing_line(line) {
        Some(Family::RegListing)
    } else if lenient::looks_like_row(line) || is_text_line(line) {
        Some(Family::Text)
    } else {
        None
    }
}

/// A line without mail quoting and list markers.
pub(crate) fn unquoted(line: &str) -> &str {
    let mut line = line.trim();
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.trim_start();
    }
    line
}

fn is_reg_line(line: &str) -> bool {
    let bare = line.trim_start_matches(['*', '`', '-', ' ', '\t', '\u{2022}', '\u{FEFF}']);
    if bare.trim_start().starts_with(['W', 'w', 'R', 'r']) && reg::is_header(bare) {
        return true;
    }
    line.contains(['[', '='])
        && (reg::is_section(line)
            || ["[HKEY_", "[-HKEY_"].iter().any(|start| line.contains(start))
            || (bare.contains("=dword:") && !bare.contains("REG ADD"))
            || (bare.starts_with('"') && ["\"=hex", "\"=\"", "\"=-"].iter().any(|part| bare.contains(part))))
}

fn is_listing_line(line: &str) -> bool {
    line.len() < 400 && reg_listing::recognise(line).is_some()
}

/// Whether a line is the name and the value of a setting, as listings write them under the name of a key.
pub(crate) fn is_listed_value(line: &str) -> bool {
    const NAMES: [&str; 7] = [
        "Enabled",
        "DisabledByDefault",
        "SystemDefaultTlsVersions",
        "SchUseStrongCrypto",
        "DefaultSecureProtocols",
        "Functions",
        "PSChildName",
    ];
    let line = unquoted(line);
    NAMES.iter().any(|name| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with(':') || rest.starts_with("  "))
    })
}

/// Whether a line is one that only bounces, queues, events and other logs have.
fn is_text_line(line: &str) -> bool {
    const STARTS: [&str; 24] = [
        "Diagnostic information for administrators",
        "Generating server:",
        "Reporting-MTA:",
        "Final-Recipient:",
        "Diagnostic-Code:",
        "Received: from",
        "Remote Server returned",
        "Remote server returned",
        "LastError",
        "NextHopDomain",
        "RunspaceId",
        "Identity ",
        "Log Name:",
        "Event ID:",
        "Source:",
        "Subject:",
        "From:",
        "To:",
        "Content-Type:",
        "<Event",
        "451 4.4.",
        "421 4.4.",
        "450 4.4.",
        "550 5.",
    ];
    let first = line.as_bytes().first();
    STARTS.iter().any(|start| start.as_bytes().first() == first && line.starts_with(start))
        || line.contains('{') && line.contains("{LED=")
        || line.contains('/') && line.contains("postfix/")
}

/// The problem code for an input that is none of the things that are read.
pub(crate) fn foreign(encoding: Encoding, head: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 22] = [
        (b"\xFF\xD8\xFF", "input-image"),
        (b"\x89PNG\r\n", "input-image"),
        (b"GIF8", "input-image"),
        (b"RIFF", "input-image"),
        (b"%PDF-", "input-pdf"),
        (b"PK\x03\x04", "input-archive"),
        (b"PK\x05\x06", "input-archive"),
        (b"\x1F\x8B", "input-archive"),
        (b"7z\xBC\xAF", "input-archive"),
        (b"Rar!", "input-archive"),
        (b"MSCF", "input-archive"),
        (b"regf", "input-hive"),
        (b"ElfFile\0", "input-evtx"),
        (b"MZ", "input-program"),
        (b"\x7FELF", "input-program"),
        (b"\0asm", "input-program"),
        (b"SQLite format 3\0", "input-binary"),
        (b"!BDN", "input-pst"),
        (b"{\\rtf", "input-rtf"),
        (b"\xD4\xC3\xB2\xA1", "input-capture"),
        (b"\xA1\xB2\xC3\xD4", "input-capture"),
        (b"\x0A\x0D\x0D\x0A", "input-capture"),
    ];
    // Two letters may begin a text as well.
    let known = SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature) && (signature.len() > 2 || has_binary(head)));
    if let Some((_, code)) = known {
        return Some(code);
    }
    let text = String::from_utf8_lossy(head.get(..head.len().min(4096)).unwrap_or(head));
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let iis = text.starts_with("#Software: Microsoft Internet Information Services");
    if iis && !["SMTPSVC", "OutboundConnection"].iter().any(|word| text.contains(word)) {
        return Some("input-iis-log");
    }
    (encoding.unit() == 1 && has_binary(head)).then_some("input-binary")
}

/// The problem code for a text that is of another kind, told by its first line that is not blank.
pub(crate) fn looks_like(line: &str) -> Option<&'static str> {
    let line = line.trim().to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|start| line.starts_with(start)) {
        Some("input-html")
    } else if line.starts_with('{') && (line.len() == 1 || line.contains('"')) || line.starts_with("[{\"") {
        Some("input-json")
    } else {
        None
    }
}

/// Whether bytes are none that text has. Text in UTF-16 is told by the caller before.
fn has_binary(head: &[u8]) -> bool {
    let sample = head.get(..head.len().min(2048)).unwrap_or(head);
    let odd = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    odd * 20 > sample.len()
}

/// Notes a problem of the whole input.
pub(crate) fn note(origin: Origin, code: &'static str, sink: &mut Sink<'_>) {
    let span = Span { source: origin.source, line: 0, start: 0, end: 0 };
    sink.facts.problems.note_at(Mark::new(span, ""), code);
}
