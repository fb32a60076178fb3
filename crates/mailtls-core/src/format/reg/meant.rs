//! What a line that Windows does not take was meant to be: sections and values as a person reads them.

use super::parse::{is_invisible, is_typographic_quote};
use crate::fact::server::Meant;
use crate::registry::{KeyPath, RegData, ValueName, ValuePath, compare};
use std::cmp::Ordering;

/// The most sections and values looked for in one line.
const LIMIT: usize = 64;

/// What `text` was meant to be. `key` is the key a person would see the values under, and is moved on.
pub(super) fn read(text: &str, key: &mut Option<KeyPath>) -> Vec<Meant> {
    let text = mended(text);
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && found.len() < LIMIT {
        if let Some((meant, after)) = section(rest) {
            if let Meant::Key { key: path, .. } = &meant {
                *key = Some(path.clone());
            }
            found.push(meant);
            rest = after;
        } else if let Some((name, data, after)) = value(rest) {
            if let Some(key) = key.as_ref() {
                let path = ValuePath { key: key.clone(), name: ValueName(name) };
                found.push(Meant::Value { path, data });
            }
            rest = after;
        } else {
            rest = next_word(rest);
        }
    }
    found
}

/// The text with what word processors, translators and web pages put in taken out again.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '″' => mended.push('"'),
            other if is_typographic_quote(other) => mended.push('"'),
            '：' => mended.push(':'),
            '＝' => mended.push('='),
            '［' => mended.push('['),
            '］' => mended.push(']'),
            '`' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}' => {}
            other if is_invisible(other) => mended.push(' '),
            other => mended.push(other),
        }
    }
    // Guillemets come with a blank inside.
    mended
        .replace("**", "")
        .replace("\" ", "\"")
        .replace(" \"=", "\"=")
        .replace("\\[", "[")
        .replace("\\_", "_")
}

/// `[KEY]`, `[-KEY]`, or a path without brackets that begins with a root.
fn section(text: &str) -> Option<(Meant, &str)> {
    let bracketed = text.strip_prefix('[').map(str::trim_start);
    let inner = bracketed.unwrap_or(text);
    let (deleted, inner) = match inner.strip_prefix('-') {
        Some(inner) => (true, inner.trim_start()),
        None => (false, inner),
    };
    let upper: String = inner.chars().take(24).collect::<String>().to_uppercase();
    if !["HKEY_", "HKLM", "HKCU", "COMPUTER\\HKEY_"].iter().any(|root| upper.starts_with(root)) {
        return None;
    }
    let (path, after) = match bracketed {
        Some(_) => inner.split_once(']').unwrap_or((inner, "")),
        None => match inner.find(['"', ']', '=']) {
            Some(end) => inner.split_at(end),
            None => (inner, ""),
        },
    };
    Some((Meant::Key { key: long_path(path.trim())?, deleted }, after.strip_prefix(']').unwrap_or(after)))
}

/// A path with its root spelled out.
fn long_path(path: &str) -> Option<KeyPath> {
    let path = path.strip_prefix("Computer\\").unwrap_or(path);
    let (root, below) = path.split_once('\\').unwrap_or((path, ""));
    let root = root.trim().trim_end_matches(':');
    let long = [
        ("HKLM", "HKEY_LOCAL_MACHINE"),
        ("HKCU", "HKEY_CURRENT_USER"),
        ("HKEY_LOCAL_MACHINE", "HKEY_LOCAL_MACHINE"),
        ("HKEY_CURRENT_USER", "HKEY_CURRENT_USER"),
        ("HKEY_USERS", "HKEY_USERS"),
        ("HKEY_CLASSES_ROOT", "HKEY_CLASSES_ROOT"),
    ]
    .iter()
    .find(|(short, _)| compare(short, root) == Ordering::Equal)
    .map(|(_, long)| *long)?;
    let names: Vec<&str> = below.split('\\').map(str::trim).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Some(KeyPath::from(long));
    }
    Some(KeyPath(format!("{long}\\{}", names.join("\\"))))
}

/// `"name"=data`, with as little of its punctuation as leaves no doubt.
fn value(text: &str) -> Option<(String, Option<RegData>, &str)> {
    if let Some(rest) = text.strip_prefix('@') {
        let (data, rest) = data(rest.trim_start().strip_prefix('=')?)?;
        return Some((String::new(), data, rest));
    }
    let (name, rest) = if let Some(rest) = text.strip_prefix(['"', '\'']) {
        rest.split_at(rest.find(['"', '\'', '='])?)
    } else {
        text.split_at(text.find(|character: char| !character.is_alphanumeric())?)
    };
    let rest = rest.strip_prefix(['"', '\'']).unwrap_or(rest);
    if name.is_empty() || name.len() > 255 {
        return None;
    }
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['=', ':']).unwrap_or(rest).trim_start();
    let (data, rest) = data(rest)?;
    Some((name.trim().to_owned(), data, rest))
}

/// Data of a known type; `Some(None)` for a deletion.
fn data(text: &str) -> Option<(Option<RegData>, &str)> {
    let text = text.trim_start();
    let text = text.strip_prefix('=').unwrap_or(text).trim_start();
    if let Some(rest) = text.strip_prefix('-') {
        return (rest.is_empty() || rest.starts_with([' ', ';'])).then_some((None, rest));
    }
    let lower: String = text.chars().take(12).collect::<String>().to_ascii_lowercase();
    if lower.starts_with("dword") || lower.starts_with("(dword)") || lower.starts_with("reg_dword") {
        let end = text.find([':', ' ', '\t', ')']).unwrap_or(text.len());
        let rest = text.get(end..)?.trim_start_matches([':', ' ', '\t', ')']);
        return number(rest);
    }
    if let Some(rest) = lower.strip_prefix("hex").and(text.get(3..)) {
        let (kind, rest) = match rest.strip_prefix('(') {
            Some(rest) => {
                let (kind, rest) = rest.split_once("):")?;
                (u32::from_str_radix(kind, 16).ok()?, rest)
            }
            None => (RegData::BINARY, rest.strip_prefix(':')?),
        };
        let end = rest
            .find(|character: char| !(character.is_ascii_hexdigit() || character == ','))
            .unwrap_or(rest.len());
        let (bytes, rest) = rest.split_at(end);
        let bytes = bytes.split(',').filter(|byte| !byte.is_empty()).map(|byte| u8::from_str_radix(byte, 16));
        return Some((Some(RegData { kind, bytes: bytes.collect::<Result<_, _>>().ok()? }), rest));
    }
    if let Some(rest) = text.strip_prefix('"') {
        let (string, rest) = rest.split_once('"')?;
        return Some((Some(RegData::string(&string.replace("\\\\", "\\"))), rest));
    }
    if lower.starts_with("0x") {
        return number(text);
    }
    None
}

/// A number in hexadecimal, however many zeros stand before it.
fn number(text: &str) -> Option<(Option<RegData>, &str)> {
    let text = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let end = text.find(|character: char| !character.is_ascii_hexdigit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.is_empty() {
        return None;
    }
    let significant = digits.trim_start_matches('0');
    let number = if significant.is_empty() { 0 } else { u32::from_str_radix(significant, 16).ok()? };
    Some((Some(RegData::dword(number)), rest))
}

/// The text from its next section, quoted name or word on.
fn next_word(text: &str) -> &str {
    let mut characters = text.char_indices().skip(1);
    let mut after_blank = false;
    let next = characters.find(|(_, character)| {
        let begins = matches!(character, '[' | '"') || (after_blank && character.is_alphanumeric());
        after_blank = !character.is_alphanumeric();
        begins
    });
    next.and_then(|(position, _)| text.get(position..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\X\TLS 1.2\Client";

    fn values(text: &str) -> Vec<(String, Option<u32>)> {
        let mut key = Some(KeyPath::from(CLIENT));
        read(text, &mut key)
            .into_iter()
            .filter_map(|meant| match meant {
                Meant::Value { path, data } => Some((path.name.0, data.and_then(|data| data.as_dword()))),
                Meant::Key { .. } => None,
            })
            .collect()
    }

    #[test]
    fn damaged_values_are_read_as_a_person_would() {
        for line in [
            "\"Enabled\"=dword:000000001",
            "“Enabled”=dword:00000001",
            "« Enabled\"=dword:00000001",
            "\u{a0}\"Enabled\"=dword:00000001",
            "\"Enabled\"=dword：00000001",
            "\"Enabled\"dword:00000001",
            "**\"Enabled\"=dword:00000001**",
            "- \"Enabled\"=dword:00000001",
            "Enabled=dword:0x1",
            "Enabled\"=dword:00000001",
            "\"Enabled\"=DWORD:1",
            "'Enabled'=dword:1 # on",
            "Enabled = (DWORD): 0x1",
        ] {
            assert_eq!(values(line), [("Enabled".to_owned(), Some(1))], "{line}");
        }
    }

    #[test]
    fn sections_and_values_on_one_line_are_told_apart() {
        let text = r#"[HKEY_LOCAL_MACHINE\A\TLS 1.2\Client] "DisabledByDefault"=dword:000000000 "Enabled"=dword:00000001 [HKLM\A\TLS 1.2\Server] "Enabled"=dword:00000001"#;
        let mut key = None;
        let meant = read(text, &mut key);
        assert_eq!(meant.len(), 5);
        assert_eq!(key, Some(KeyPath::from(r"HKEY_LOCAL_MACHINE\A\TLS 1.2\Server")));
        let server = ValuePath::new(r"HKEY_LOCAL_MACHINE\A\TLS 1.2\Server", "Enabled");
        assert_eq!(meant.last(), Some(&Meant::Value { path: server, data: Some(RegData::dword(1)) }));
    }

    #[test]
    fn prose_is_nothing() {
        assert_eq!(values("Restart the server after the change = important"), []);
        assert_eq!(values("The value Enabled must be 1"), []);
    }
}
