//! A plan as `reg add` and `reg delete` lines for an elevated command prompt.

use crate::fix::plan::{Edit, Plan};
use crate::registry::RegData;

/// The lines, CRLF. Each names the 64-bit view, so that a 32-bit prompt writes to the same place.
#[must_use]
pub fn to_commands(plan: &Plan) -> String {
    plan.edits.iter().map(|edit| line(edit) + "\r\n").collect()
}

fn line(edit: &Edit) -> String {
    let key = quoted(&short(edit.wish.path.key.as_str()));
    let name = match edit.wish.path.name.as_str() {
        "" => "/ve".to_owned(),
        name => format!("/v {}", quoted(name)),
    };
    match &edit.wish.after {
        None => format!("reg delete {key} {name} /f /reg:64"),
        Some(data) => format!("reg add {key} {name} {} /f /reg:64", typed(data)),
    }
}

fn typed(data: &RegData) -> String {
    match data.as_dword() {
        Some(number) => format!("/t REG_DWORD /d {number}"),
        // Every other type is given by its bytes, which need no quoting.
        None => format!("/t REG_BINARY /d {}", data.hex()),
    }
}

fn short(key: &str) -> String {
    key.replacen("HKEY_LOCAL_MACHINE", "HKLM", 1)
}

/// For the command prompt: quotes doubled, and what it would expand taken away, since it has no escape.
fn quoted(text: &str) -> String {
    let harmless: String = text.chars().filter(|letter| !matches!(letter, '%' | '!' | '\r' | '\n')).collect();
    format!("\"{}\"", harmless.replace('"', "\"\""))
}
