//! The output of `reg query`, in any language: key lines, indented values, and the error for a place that
//! is not there.

use super::{path, set, unset};
use crate::fact::server::ServerFacts;
use crate::format::reg::places::{self, Interest};
use crate::registry::{KeyPath, RegData};
use crate::span::Mark;

/// Reads line after line.
#[derive(Debug, Default)]
pub(super) struct Query {
    /// The last command, and whether its output began.
    command: Option<Command>,
    key: Option<KeyPath>,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Command {
    key: KeyPath,
    /// `/v`: one value alone.
    value: Option<String>,
    /// `/s`: everything below.
    tree: bool,
    /// `/f`: what matches alone.
    search: bool,
    /// The computer asked.
    computer: Option<String>,
    mark: Option<Mark>,
    answered: bool,
}

impl Query {
    /// Reads one line; `false` where it is none of this tool's.
    pub(super) fn line(&mut self, text: &str, mark: &Mark, server: &mut ServerFacts) -> bool {
        if let Some(command) = command(text) {
            if let Some(computer) = &command.computer {
                server.computer.get_or_insert_with(|| (computer.clone(), mark.clone()));
            }
            self.key = None;
            self.command = Some(Command { mark: Some(mark.clone()), ..command });
            return true;
        }
        if is_key(text) {
            self.key = path(text);
            if let Some(key) = self.key.clone() {
                self.show(&key, mark, server);
            }
            return true;
        }
        if let Some((name, data)) = value(text) {
            if let Some(key) = &self.key
                && let Some(data) = data
            {
                let whole =
                    self.command.as_ref().is_none_or(|command| command.value.is_none() && !command.search);
                if whole && places::interest(key) != Interest::Elsewhere && server.has_room(key) {
                    let shown = server.key(key).map_or_else(|| mark.clone(), |facts| facts.mark.clone());
                    server.open(key, &shown);
                }
                set(server, key, name, data, mark);
            }
            return true;
        }
        self.answer(text, mark, server)
    }

    /// A key line. Whether all of its values follow is told by the command, else by the first value.
    fn show(&mut self, key: &KeyPath, mark: &Mark, server: &mut ServerFacts) {
        if places::interest(key) == Interest::Elsewhere || !server.has_room(key) {
            return;
        }
        server.mention(key, mark);
        let Some(command) = &mut self.command else { return };
        if command.value.is_none() && !command.search && command.tree {
            server.open(key, mark);
            if !command.answered {
                let asked = command.mark.clone().unwrap_or_else(|| mark.clone());
                server.open(&command.key, &asked);
                server.has_tree(&command.key);
            }
        }
        command.answered = true;
    }

    /// An error instead of an answer: the place is not there.
    fn answer(&mut self, text: &str, mark: &Mark, server: &mut ServerFacts) -> bool {
        let Some(command) = &mut self.command else { return false };
        let Some((word, rest)) = text.split_once(':') else { return false };
        let is_error = !word.is_empty() && !rest.trim().is_empty() && word.chars().all(char::is_uppercase);
        if command.answered || !is_error {
            return false;
        }
        command.answered = true;
        let lower = rest.to_lowercase();
        let denied = ["denied", "denegado", "negado", "verweigert", "refus", "syntax", "sintaxis", "sintaxe"];
        if !denied.iter().any(|word| lower.contains(word)) {
            match &command.value {
                Some(name) => unset(server, &command.key, name, mark),
                None if places::interest(&command.key) != Interest::Elsewhere => {
                    server.delete(&command.key, mark);
                }
                None => {}
            }
        }
        true
    }
}

/// `reg query "HKLM\…" /s` behind any prompt.
pub(super) fn command(text: &str) -> Option<Command> {
    if !text.contains(['q', 'Q']) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let start =
        ["reg query ", "reg.exe query "].iter().find_map(|word| Some(lower.find(word)? + word.len()))?;
    let rest = text.get(start..)?.trim_start();
    let (target, options) = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
        None => rest
            .split_once(" /")
            .map_or((rest, ""), |(target, _)| (target, rest.get(target.len()..).unwrap_or_default())),
    };
    let computer =
        target.strip_prefix("\\\\").and_then(|remote| remote.split_once('\\')).map(|(name, _)| name);
    let lower = options.to_ascii_lowercase();
    let value = lower.find("/v ").and_then(|at| options.get(at + 3..)).map(|value| {
        let value = value.trim_start();
        match value.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next().unwrap_or_default().to_owned(),
            None => value.split(' ').next().unwrap_or_default().to_owned(),
        }
    });
    let has = |option: &str| lower.split_ascii_whitespace().any(|word| word == option);
    Some(Command {
        key: path(target)?,
        value,
        tree: has("/s"),
        search: has("/f"),
        computer: computer.map(str::to_owned),
        mark: None,
        answered: false,
    })
}

/// A key on a line of its own.
pub(super) fn is_key(text: &str) -> bool {
    let root: String = text.chars().take(5).collect::<String>().to_ascii_uppercase();
    root == "HKEY_" && text.contains('\\') && !text.contains(['=', '"', ']', '|']) && !text.contains(" REG_")
}

/// `    Enabled    REG_DWORD    0x1`: the name and the data; no data where it is none of its type.
pub(super) fn value(text: &str) -> Option<(&str, Option<RegData>)> {
    if !text.starts_with([' ', '\t']) {
        return None;
    }
    let at = text.match_indices("REG_").map(|(at, _)| at).find(|at| {
        text.get(..*at).is_some_and(|before| before.ends_with([' ', '\t']) && !before.trim().is_empty())
    })?;
    let (name, rest) = text.split_at(at);
    let end = rest
        .find(|character: char| !(character.is_ascii_uppercase() || character == '_'))
        .unwrap_or(rest.len());
    let (kind, data) = rest.split_at(end);
    if !data.is_empty() && !data.starts_with([' ', '\t']) {
        return None;
    }
    let name = name.trim();
    // The default value has a name in the language of Windows, in parentheses.
    let name = if name.starts_with('(') && name.ends_with(')') { "" } else { name };
    Some((name, data_of(kind, data.trim())))
}

fn data_of(kind: &str, data: &str) -> Option<RegData> {
    let number = |digits: usize| {
        let hex = data.strip_prefix("0x").or_else(|| data.strip_prefix("0X"));
        let number = match hex {
            Some(hex) => u64::from_str_radix(hex, 16).ok()?,
            None => data.parse().ok()?,
        };
        Some(number.to_le_bytes().get(..digits)?.to_vec())
            .filter(|_| digits == 8 || u32::try_from(number).is_ok())
    };
    let bytes = || {
        let nibbles: Vec<u8> = data
            .chars()
            .map(|digit| digit.to_digit(16))
            .map(|digit| u8::try_from(digit?).ok())
            .collect::<Option<_>>()?;
        Some(nibbles.chunks(2).map(|pair| pair.iter().fold(0, |byte, nibble| byte << 4 | nibble)).collect())
    };
    let text = |text: &str| RegData::string(text).bytes;
    let (kind, bytes) = match kind {
        "REG_DWORD" => (RegData::DWORD, number(4)?),
        "REG_QWORD" => (RegData::QWORD, number(8)?),
        "REG_SZ" => (RegData::SZ, text(data)),
        "REG_EXPAND_SZ" => (RegData::EXPAND_SZ, text(data)),
        "REG_MULTI_SZ" => {
            let mut bytes: Vec<u8> =
                data.split("\\0").filter(|part| !part.is_empty()).flat_map(text).collect();
            bytes.extend([0, 0]);
            (RegData::MULTI_SZ, bytes)
        }
        "REG_BINARY" => (RegData::BINARY, bytes()?),
        "REG_NONE" => (0, bytes()?),
        _ => return None,
    };
    Some(RegData { kind, bytes })
}
