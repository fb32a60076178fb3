//! A plan as Group Policy Preferences: `Registry.xml`, to be dropped on Preferences, Windows Settings,
//! Registry in the Group Policy editor. The form is that of [MS-GPPREF].
//!
//! [MS-GPPREF]: https://learn.microsoft.com/openspecs/windows_protocols/ms-gppref/

use crate::fix::plan::{DeadKey, Edit, Plan, Reason};
use crate::registry::{KeyPath, RegData};
use std::fmt::Write as _;

/// The XML, CRLF, ASCII.
#[must_use]
pub fn to_xml(plan: &Plan) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <RegistrySettings clsid=\"{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}\">\n",
    );
    plan.edits.iter().for_each(|edit| xml.push_str(&value(edit)));
    plan.keys.iter().for_each(|dead| xml.push_str(&deleted_key(dead)));
    xml.push_str("</RegistrySettings>\n");
    xml.replace('\n', "\r\n")
}

fn value(edit: &Edit) -> String {
    let name = edit.wish.path.name.as_str();
    let (action, kind, data) = match &edit.wish.after {
        None => ("D", "REG_SZ".to_owned(), String::new()),
        Some(data) => ("U", data.type_name(), digits(data)),
    };
    let reason = format!("{} [{}]", edit.wish.reason.code(), edit.wish.rule);
    let is_default = u8::from(name.is_empty());
    item(
        edit.wish.path.key.as_str(),
        name,
        &reason,
        &format!("action=\"{action}\" displayDecimal=\"0\" default=\"{is_default}\""),
        &format!("type=\"{kind}\" value=\"{data}\""),
    )
}

/// An item without a name that is not for the default value deletes the key.
fn deleted_key(dead: &DeadKey) -> String {
    let reason = format!("{} [{}]", Reason::Dead.code(), dead.rule);
    item(
        dead.key.as_str(),
        "",
        &reason,
        "action=\"D\" displayDecimal=\"0\" default=\"0\"",
        "type=\"\" value=\"\"",
    )
}

fn item(key: &str, name: &str, reason: &str, action: &str, data: &str) -> String {
    let (hive, below) = key.split_once('\\').unwrap_or((key, ""));
    let shown = escaped(
        if name.is_empty() { KeyPath::from(key).last().to_owned() } else { name.to_owned() }.as_str(),
    );
    format!(
        "  <Registry clsid=\"{{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}}\" name=\"{shown}\" status=\"{shown}\" image=\"12\" \
         uid=\"{}\" desc=\"{reason}\">\n    <Properties {action} hive=\"{}\" key=\"{}\" name=\"{}\" {data}/>\n  </Registry>\n",
        uid(key, name),
        escaped(hive),
        escaped(below),
        escaped(name),
    )
}

fn digits(data: &RegData) -> String {
    match data.as_dword() {
        Some(number) => format!("{number:08X}"),
        None => data.hex().to_uppercase(),
    }
}

/// The item's GUID: the same for the same value, so that a second import replaces the first.
fn uid(key: &str, name: &str) -> String {
    let hash = |seed: u64| {
        // FNV-1a.
        key.bytes().chain([0]).chain(name.bytes()).fold(seed, |hash, byte| {
            (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
        })
    };
    let digits = format!("{:016X}{:016X}", hash(0xcbf2_9ce4_8422_2325), hash(0x8422_2325_cbf2_9ce4));
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("{{{}-{}-{}-{}-{}}}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// For an attribute. Line ends and other characters XML 1.0 cannot hold are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            ' '..='~' => escaped.push(letter),
            letter => {
                let _ = write!(escaped, "&#{};", u32::from(letter));
            }
        }
    }
    escaped
}
