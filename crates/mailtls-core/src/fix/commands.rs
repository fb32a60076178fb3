//! A plan as `reg add` and `reg delete` lines for an elevated command prompt.

use crate::fix::plan::{Edit, Plan};
use crate::registry::RegData;

/// The lines, CRLF. Each names the 64-bit view, so that a 32-bit prompt writes to the same place.
#[must_use]
pub fn to_commands(plan: &Plan) -> String {
    let keys = plan.keys.iter().map(|dead| delete(dead.key.as_str()));
    plan.edits.iter().map(line).chain(keys).map(|line| line + "\r\n").collect()
}

fn delete(key: &str) -> String {
    match quoted(&short(key)) {
        Some(key) => format!("reg delete {key} /f /reg:64"),
        None => unsayable(),
    }
}

fn unsayable() -> String {
    "rem one line is left out: its name cannot be written for a command prompt; use the .reg file".to_owned()
}

fn line(edit: &Edit) -> String {
    let name = match edit.wish.path.name.as_str() {
        "" => Some("/ve".to_owned()),
        name => quoted(name).map(|name| format!("/v {name}")),
    };
    let (Some(key), Some(name)) = (quoted(&short(edit.wish.path.key.as_str())), name) else {
        return unsayable();
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

/// For the command prompt, which has no escape for what it would expand; `None` where a name holds that, or a
/// backslash before the closing quote.
fn quoted(text: &str) -> Option<String> {
    let harmless = !text.contains(['%', '!', '"', '\r', '\n']) && !text.ends_with('\\');
    harmless.then(|| format!("\"{text}\""))
}
