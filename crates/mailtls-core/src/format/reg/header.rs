//! The first line decides whether Windows takes a file at all.

use super::units::Line;
use crate::decode::Encoding;

/// The header of format version 5.
pub(super) const VERSION_5: &str = "Windows Registry Editor Version 5.00";

/// What the first line makes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    /// `Windows Registry Editor Version 5.00`: bytes of strings are UTF-16.
    Version5,
    /// `REGEDIT4`: bytes of strings are of the ANSI code page.
    Version4,
    /// `REGEDIT`: the format of Windows 3.1.
    Windows31,
    /// Anything else that begins with `REGEDIT`: reported as a success, and nothing is read.
    Silent,
    /// Not a registry script to Windows. The code of the problem tells why.
    Refused(&'static str),
}

/// What the first line makes of a file. Leading blanks are allowed, and nothing else is.
pub(super) fn read(line: &Line<'_>) -> Header {
    let text = line.readable();
    let text = text.trim_start_matches([' ', '\t']);
    match text {
        VERSION_5 => Header::Version5,
        "REGEDIT4" => Header::Version4,
        "REGEDIT" => Header::Windows31,
        _ if text.starts_with("REGEDIT") => Header::Silent,
        _ => Header::Refused(refusal(text)),
    }
}

/// Whether a line is one of the headers that Windows takes, or was meant to be.
pub(super) fn resembles(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    text.starts_with("windows registry editor") || text.starts_with("regedit")
}

/// Why this first line is refused.
fn refusal(text: &str) -> &'static str {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return "reg-header-after-blank";
    }
    if trimmed.starts_with([';', '#']) || trimmed.starts_with("//") {
        return "reg-header-after-comment";
    }
    if text.starts_with(VERSION_5) {
        return "reg-header-trailing";
    }
    if resembles(trimmed) {
        return "reg-header-misspelt";
    }
    if trimmed.to_ascii_lowercase().contains("windows registry editor") {
        return "reg-header-after-text";
    }
    "reg-header-missing"
}

/// Why an encoding is refused before the first line is looked at.
pub(super) fn refused_encoding(encoding: Encoding) -> Option<&'static str> {
    match encoding {
        Encoding::Utf16Le { bom: false } => Some("reg-utf16-without-mark"),
        Encoding::Utf16Be { .. } => Some("reg-utf16-big-endian"),
        Encoding::Ascii | Encoding::Utf8 { .. } | Encoding::Utf16Le { bom: true } | Encoding::Ansi => None,
    }
}

/// What a file really is that begins with `head` and is no text.
pub(super) fn other_file(head: &[u8]) -> Option<&'static str> {
    let text = head.trim_ascii_start();
    let begins = |word: &[u8]| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    match head {
        [b'r', b'e', b'g', b'f', ..] => Some("reg-is-hive"),
        [b'P', b'K', 3 | 5, 4 | 6, ..] | [0x1F, 0x8B, ..] | [b'7', b'z', 0xBC, 0xAF, ..] => {
            Some("reg-is-archive")
        }
        _ if begins(b"<!doctype") || begins(b"<html") || begins(b"<?xml") => Some("reg-is-web-page"),
        _ => None,
    }
}
