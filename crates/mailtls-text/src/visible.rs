//! Makes characters that would steer a terminal or reorder a line visible, since quotes are other people's bytes.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with control characters, bidirectional overrides and invisible characters written as what they
/// are: `␛` for an escape, `⟨U+202E⟩` for an override. Tabs and line feeds stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match u32::from(letter) {
            _ if !steers(letter) => shown.push(letter),
            // The Unicode block of control pictures mirrors the first 32 characters.
            code @ 0..=0x1f => shown.extend(char::from_u32(0x2400 + code)),
            0x7f => shown.push('␡'),
            code => {
                let _ = write!(shown, "⟨U+{code:04X}⟩");
            }
        }
    }
    Cow::Owned(shown)
}

/// JSON with the same characters as `\u` escapes: the same data, harmless on a terminal.
pub(crate) fn escape_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() + 1);
    for letter in json.chars() {
        if steers(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

/// Whether a character does something instead of standing for itself.
pub(crate) fn steers(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        // Soft hyphen, Arabic letter mark, zero widths and marks, separators, embeddings and isolates, mark of order.
        | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_shown_and_the_rest_stays() {
        assert_eq!(visible("plain ñ\t\n"), Cow::Borrowed("plain ñ\t\n"));
        assert_eq!(visible("\u{1b}[31mred\u{7}\u{7f}"), "␛[31mred␇␡");
        assert_eq!(visible("a\u{202e}gpj.exe\u{feff}\u{85}"), "a⟨U+202E⟩gpj.exe⟨U+FEFF⟩⟨U+0085⟩");
    }

    #[test]
    fn json_keeps_the_data_and_loses_the_steering() {
        let json = serde_json::to_string("a\u{202e}\u{85}\u{e0041}").unwrap();
        let escaped = escape_json(&json);
        assert_eq!(escaped, r#""a\u202e\u0085\udb40\udc41""#);
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), "a\u{202e}\u{85}\u{e0041}");
    }
}
