//! A plan as a `.reg` file, and the file that takes it back.
//!
//! ASCII with CRLF, `dword` of exactly eight digits, comments on lines of their own: the forms every
//! importer reads alike. [`to_bytes`] gives the bytes regedit itself would write.

use crate::fix::Before;
use crate::fix::plan::{Edit, Plan, Reason};
use crate::registry::{RegData, ValuePath};
use crate::vocabulary::Profile;
use std::fmt::Write as _;

const HEADER: &str = "Windows Registry Editor Version 5.00";
const PROTOCOLS: &str = r"HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols";

/// The text of the `.reg` file.
#[must_use]
pub fn to_reg(plan: &Plan, profile: Profile) -> String {
    let mut text = Text::new();
    text.comment(&format!(
        "mailtls, profile {profile}: TLS 1.2 for mail between this server and Microsoft 365."
    ));
    text.comment("");
    text.comment("1. Back up first, in an elevated command prompt:");
    for command in backup_commands(plan) {
        text.comment(&format!("   {command}"));
    }
    text.comment(
        "2. Import this file as an administrator. regedit reports success even where it skips a line,",
    );
    text.comment("   so check the result:");
    text.comment(&format!("   reg query \"{PROTOCOLS}\" /s"));
    text.comment("3. Restart the server. Exchange keeps the old settings until then.");
    text.comment(
        "4. Check after the restart: send a message each way, then look for SP_PROT_TLS1_2 in the SMTP",
    );
    text.comment("   protocol logs, or for version=TLS1_2 in the Received headers.");
    text.comment("The undo file that came with this one takes every line back.");
    let mut part: &[&str] = &[];
    let mut key = None;
    for edit in &plan.edits {
        let own = part_of(edit);
        if own != part {
            part = own;
            key = None;
            text.blank();
            for words in own {
                text.comment(words);
            }
        }
        text.section(&mut key, &edit.wish.path);
        text.comment(&format!("{} [{}] {}", edit.wish.reason.code(), edit.wish.rule, was(edit)));
        text.value(&edit.wish.path, edit.wish.after.as_ref());
    }
    for dead in &plan.keys {
        text.blank();
        text.comment(&format!("{} [{}] nothing is left in this key", Reason::Dead.code(), dead.rule));
        text.line(&format!("[-{}]", dead.key));
    }
    for conflict in &plan.conflicts {
        text.blank();
        text.comment(&format!(
            "Left alone, since rules disagree: {}",
            printable(conflict.path.name.as_str())
        ));
        for wish in &conflict.wishes {
            text.comment(&format!("  {} wants {}", wish.rule, said(wish.after.as_ref())));
        }
    }
    text.0
}

/// The head of the part of the file that an edit belongs to.
fn part_of(edit: &Edit) -> &'static [&'static str] {
    if edit.wish.reason == Reason::Dead {
        &[
            "Clean-up, as asked for: Windows reads none of these, so that deleting them changes nothing for",
            "mail. They only mislead who looks at them.",
        ]
    } else if edit.wish.for_smtp {
        &[]
    } else {
        &[
            "Not needed for SMTP. For web services on this server (EWS, free/busy, the Hybrid",
            "Configuration Wizard) and other .NET and WinHTTP programs.",
        ]
    }
}

/// The text of the `.reg` file that takes a plan back.
#[must_use]
pub fn to_undo(plan: &Plan, profile: Profile) -> String {
    let mut text = Text::new();
    text.comment(&format!("mailtls, undo of profile {profile}: puts back what was there before."));
    if plan.edits.iter().any(|edit| edit.before == Before::NotShown) {
        text.comment("");
        text.comment(
            "The input did not show all of the earlier values. Those it did not show are deleted here,",
        );
        text.comment(
            "which returns them to the default of Windows. The exact way back is the backup made before",
        );
        text.comment("the import.");
    }
    text.comment("Restart the server after the import.");
    let mut key = None;
    // The highest first; their values follow.
    for dead in plan.keys.iter().rev() {
        text.blank();
        text.line(&format!("[{}]", dead.key));
    }
    for edit in &plan.edits {
        text.section(&mut key, &edit.wish.path);
        match &edit.before {
            Before::NotShown => {
                text.comment("not-shown: the earlier value is not known");
                text.value(&edit.wish.path, None);
            }
            Before::Absent => {
                text.comment("was absent");
                text.value(&edit.wish.path, None);
            }
            Before::Is(data) => {
                text.comment("as it was");
                text.value(&edit.wish.path, Some(data));
            }
        }
    }
    text.0
}

/// The bytes of the file: UTF-16LE with its mark, as regedit exports.
#[must_use]
pub fn to_bytes(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn backup_commands(plan: &Plan) -> Vec<String> {
    let touches = |part: &str| {
        plan.edits.iter().any(|edit| edit.wish.path.key.as_str().to_ascii_uppercase().contains(part))
    };
    let mut keys = vec![(PROTOCOLS, "schannel")];
    if touches(".NETFRAMEWORK") {
        keys.push((r"HKLM\SOFTWARE\Microsoft\.NETFramework", "dotnet"));
        keys.push((r"HKLM\SOFTWARE\WOW6432Node\Microsoft\.NETFramework", "dotnet32"));
    }
    if touches("WINHTTP") {
        keys.push((r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp", "winhttp"));
        keys.push((
            r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp",
            "winhttp32",
        ));
    }
    // The whole branch of each key that is cleaned up and lies elsewhere.
    let mut strays: Vec<&str> =
        plan.edits.iter().filter(|edit| edit.wish.reason == Reason::Dead).map(branch).collect();
    strays.dedup();
    let elsewhere = |key: &&str| {
        let short = key.replacen("HKEY_LOCAL_MACHINE", "HKLM", 1).to_ascii_uppercase();
        !short.starts_with(&PROTOCOLS.to_ascii_uppercase())
    };
    let names: Vec<String> = (1..=strays.len()).map(|number| format!("stray{number}")).collect();
    keys.extend(strays.into_iter().filter(elsewhere).zip(names.iter().map(String::as_str)));
    let command = |(key, name): (&str, &str)| {
        format!("reg export \"{key}\" \"%USERPROFILE%\\Desktop\\{name}-before.reg\" /y")
    };
    keys.into_iter().map(command).collect()
}

/// The key above the last two names of an edit's key: what holds its protocols.
fn branch(edit: &Edit) -> &str {
    let key = edit.wish.path.key.as_str();
    key.rsplitn(3, '\\').nth(2).unwrap_or(key)
}

fn was(edit: &Edit) -> String {
    match &edit.before {
        Before::NotShown => "(the earlier value is not known)".to_owned(),
        Before::Absent => "(was absent)".to_owned(),
        Before::Is(data) => format!("(was {})", said(Some(data))),
    }
}

/// Data in words that cannot break out of a comment: a type and digits.
fn said(data: Option<&RegData>) -> String {
    let Some(data) = data else { return "absent".to_owned() };
    if let Some(number) = data.as_dword() {
        return format!("{} 0x{number:08x}", data.type_name());
    }
    let shown: String = data.hex().chars().take(32).collect();
    let more = if data.bytes.len() > 16 { "..." } else { "" };
    format!("{} {shown}{more}", data.type_name())
}

/// Text from an input for a comment: printable ASCII, the rest as question marks.
fn printable(text: &str) -> String {
    text.chars().map(|letter| if matches!(letter, ' '..='~') { letter } else { '?' }).collect()
}

struct Text(String);

impl Text {
    fn new() -> Self {
        let mut text = Self(String::new());
        text.line(HEADER);
        text.blank();
        text
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push_str("\r\n");
    }

    fn blank(&mut self) {
        self.line("");
    }

    fn comment(&mut self, words: &str) {
        self.line(format!("; {words}").trim_end());
    }

    /// Opens the section of a value, unless it is open.
    fn section<'a>(&mut self, open: &mut Option<&'a crate::registry::KeyPath>, path: &'a ValuePath) {
        if *open != Some(&path.key) {
            self.blank();
            self.line(&format!("[{}]", path.key));
            *open = Some(&path.key);
        }
    }

    fn value(&mut self, path: &ValuePath, data: Option<&RegData>) {
        let name = match path.name.as_str() {
            "" => "@".to_owned(),
            name => format!("\"{}\"", escaped(name)),
        };
        let Some(data) = data else { return self.line(&format!("{name}=-")) };
        match data.as_dword() {
            Some(number) => self.line(&format!("{name}=dword:{number:08x}")),
            None => self.hex(&name, data),
        }
    }

    /// Any type and any bytes, wrapped where regedit wraps.
    fn hex(&mut self, name: &str, data: &RegData) {
        let prefix = match data.kind {
            RegData::BINARY => format!("{name}=hex:"),
            kind => format!("{name}=hex({kind:x}):"),
        };
        let mut line = prefix;
        for (index, byte) in data.bytes.iter().enumerate() {
            if index > 0 {
                line.push(',');
            }
            if line.len() > 75 {
                line.push('\\');
                self.line(&line);
                "  ".clone_into(&mut line);
            }
            let _ = write!(line, "{byte:02x}");
        }
        self.line(&line);
    }
}

fn escaped(name: &str) -> String {
    name.replace('\\', r"\\").replace('"', "\\\"")
}
