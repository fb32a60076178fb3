//! `Get-ItemProperty` and `Get-ChildItem`: lists that end in `PSPath`, and tables below a `Hive:` line.
//!
//! PowerShell shows numbers without their type; those of the values that matter are `REG_DWORD`.

use super::{path, set};
use crate::fact::server::ServerFacts;
use crate::format::reg::places::{self, Interest};
use crate::registry::{KeyPath, RegData};
use crate::span::Mark;

/// Reads line after line.
#[derive(Debug, Default)]
pub(super) struct PowerShell {
    /// The list under way: names, values, places.
    block: Vec<(String, String, Mark)>,
    /// The key a command names.
    asked: Option<KeyPath>,
    /// Whether it asks for some values by name.
    chosen: bool,
    /// The `Hive:` line above a table.
    hive: Option<KeyPath>,
    /// Where the columns of the table begin, in characters.
    columns: Vec<usize>,
    header: Vec<String>,
    /// The key of the row under way.
    row: Option<KeyPath>,
    /// The line before, which heads a table if dashes follow.
    before: String,
}

impl PowerShell {
    /// The most lines of one list.
    const BLOCK: usize = 1024;

    /// Reads one line; `false` where it is none of this tool's.
    pub(super) fn line(&mut self, text: &str, mark: &Mark, server: &mut ServerFacts) -> bool {
        let before = std::mem::replace(&mut self.before, text.to_owned());
        if let Some(key) = command(text) {
            self.end_block(server);
            self.leave_table();
            self.asked = Some(key);
            let lower = text.to_ascii_lowercase();
            self.chosen =
                [" -name", " -n ", "select", "format-", "| f", "|f"].iter().any(|word| lower.contains(word));
            return true;
        }
        if let Some(key) = hive(text) {
            self.end_block(server);
            self.leave_table();
            self.hive = Some(key);
            return true;
        }
        if text.trim().is_empty() {
            self.end_block(server);
            if self.hive.is_none() {
                self.leave_table();
            }
            return false;
        }
        if is_rule(text) {
            self.columns = columns(text);
            self.header = cells(&before, &self.columns);
            return true;
        }
        if !self.columns.is_empty() && self.table_row(text, mark, server) {
            return true;
        }
        self.list_line(text, mark)
    }

    /// The text is over.
    pub(super) fn finish(&mut self, server: &mut ServerFacts) {
        self.end_block(server);
    }

    fn leave_table(&mut self) {
        self.columns.clear();
        self.header.clear();
        self.hive = None;
        self.row = None;
    }

    /// `Enabled           : 1`, or the rest of a value too wide for its line.
    fn list_line(&mut self, text: &str, mark: &Mark) -> bool {
        let name_value = text.split_once(" : ").or_else(|| text.strip_suffix(" :").map(|name| (name, "")));
        match name_value {
            Some((name, value)) if !text.starts_with([' ', '\t']) && !name.trim().contains("  ") => {
                if self.block.len() < Self::BLOCK {
                    self.block.push((name.trim().to_owned(), value.trim().to_owned(), mark.clone()));
                }
                true
            }
            _ => match self.block.last_mut() {
                Some((_, value, _)) if text.starts_with([' ', '\t']) => {
                    if value.len() < 4096 {
                        value.push_str(text.trim());
                    }
                    true
                }
                _ => false,
            },
        }
    }

    /// A list is over: its values belong to the key that `PSPath` names, else to the one asked for.
    fn end_block(&mut self, server: &mut ServerFacts) {
        let block = std::mem::take(&mut self.block);
        let of = |wanted: &str| {
            block
                .iter()
                .find(|(name, ..)| name.eq_ignore_ascii_case(wanted))
                .map(|(_, value, mark)| (value, mark))
        };
        let told = of("PSPath").and_then(|(value, mark)| Some((path(value)?, mark)));
        let told = told.or_else(|| {
            let (above, mark) = of("PSParentPath")?;
            Some((path(above)?.child(of("PSChildName")?.0), mark))
        });
        let whole = told.is_some();
        let Some((key, mark)) = told.or_else(|| Some((self.asked.clone()?, &block.first()?.2))) else {
            return;
        };
        if let Some((computer, mark)) = of("PSComputerName")
            && !computer.eq_ignore_ascii_case("localhost")
        {
            server.computer.get_or_insert_with(|| (computer.clone(), mark.clone()));
        }
        if whole && places::interest(&key) != Interest::Elsewhere && server.has_room(&key) {
            // With `PSPath` comes everything the key holds, unless values were asked for by name; where no
            // command tells, one value alone may have been.
            let values = block.iter().filter(|(name, ..)| !name.starts_with("PS")).count();
            if !self.chosen && (self.asked.is_some() || values > 1) {
                server.open(&key, mark);
            } else {
                server.mention(&key, mark);
            }
        }
        for (name, value, mark) in &block {
            if !name.starts_with("PS")
                && let Some(data) = data(value)
            {
                set(server, &key, name, data, mark);
            }
        }
    }

    fn table_row(&mut self, text: &str, mark: &Mark, server: &mut ServerFacts) -> bool {
        let cells = cells(text, &self.columns);
        if let Some(hive) = self.hive.clone() {
            let [name, property] = cells.as_slice() else { return false };
            if !name.is_empty() && !name.ends_with("...") && !name.ends_with('…') {
                let key = hive.child(name);
                if places::interest(&key) != Interest::Elsewhere && server.has_room(&key) {
                    server.open(&key, mark);
                }
                self.row = Some(key);
            }
            if let (Some(key), Some((value, number))) = (&self.row, property.split_once(':'))
                && let Some(data) = data(number)
            {
                set(server, key, value.trim(), data, mark);
            }
            return true;
        }
        let of = |wanted: &str| {
            let column = self.header.iter().position(|name| name.eq_ignore_ascii_case(wanted))?;
            cells.get(column).filter(|cell| !cell.ends_with("...") && !cell.ends_with('…'))
        };
        let key = of("PSPath")
            .and_then(|value| path(value))
            .or_else(|| Some(path(of("PSParentPath")?)?.child(of("PSChildName")?)));
        let Some(key) = key.or_else(|| self.asked.clone()) else { return false };
        for (name, value) in self.header.iter().zip(&cells) {
            if !name.starts_with("PS")
                && let Some(data) = data(value)
            {
                set(server, &key, name, data, mark);
            }
        }
        true
    }
}

/// `Get-ItemProperty 'HKLM:\…'` behind any prompt.
pub(super) fn command(text: &str) -> Option<KeyPath> {
    // `HKLM:`, `HKCU:`, `Registry::`.
    let rooted = |pair: &[u8]| matches!(pair, [b'm' | b'M' | b'u' | b'U' | b'y' | b'Y', b':']);
    if !text.as_bytes().windows(2).any(rooted) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if !["get-itemproperty", "get-childitem", "get-item ", "gci ", "gp ", "dir "]
        .iter()
        .any(|word| lower.contains(word))
    {
        return None;
    }
    let start = ["hklm:", "hkcu:", "registry::"].iter().filter_map(|root| lower.find(root)).min()?;
    let quoted = text.get(..start).is_some_and(|before| before.ends_with(['\'', '"']));
    let rest = text.get(start..)?;
    let end = if quoted { rest.find(['\'', '"']) } else { rest.find([' ', '|', ';']) };
    path(rest.get(..end.unwrap_or(rest.len()))?)
}

/// `    Hive: HKEY_LOCAL_MACHINE\…`, whatever the language calls a hive.
pub(super) fn hive(text: &str) -> Option<KeyPath> {
    let (word, rest) = text.trim().split_once(':')?;
    let is_word = !word.is_empty()
        && word.len() < 24
        && word.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
    let rest = rest.trim();
    let is_path = rest.starts_with("HKEY_") || rest.starts_with("Microsoft.PowerShell.Core\\Registry::");
    (is_word && is_path && !word.trim().starts_with("PS")).then(|| path(rest)).flatten()
}

/// A line that names a key as PowerShell does.
pub(super) fn is_path(text: &str) -> bool {
    let text = text.trim_start();
    (text.starts_with("PSPath") || text.starts_with("PSParentPath")) && text.contains("Registry::")
}

/// Dashes under the heads of a table.
fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.len() >= 4
        && text.contains(' ')
        && text.contains("--")
        && text.chars().all(|letter| matches!(letter, '-' | ' '))
}

fn columns(rule: &str) -> Vec<usize> {
    let mut before = ' ';
    let mut starts = Vec::new();
    for (position, letter) in rule.chars().enumerate() {
        if letter == '-' && before == ' ' {
            starts.push(position);
        }
        before = letter;
    }
    starts
}

/// A line cut at the columns; numbers stand at the right of theirs.
fn cells(text: &str, columns: &[usize]) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let ends = columns.iter().skip(1).copied().chain([letters.len()]);
    let cell = |(start, end): (&usize, usize)| {
        let end = end.min(letters.len());
        letters.get((*start).min(end)..end).unwrap_or_default().iter().collect::<String>().trim().to_owned()
    };
    columns.iter().zip(ends).map(cell).collect()
}

/// Data as PowerShell prints it: a decimal number, a `{list}`, or text.
fn data(text: &str) -> Option<RegData> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if let Ok(number) = text.parse::<i64>() {
        // A number printed as signed stands for the same 32 bits.
        let number =
            u32::try_from(number).ok().or_else(|| i32::try_from(number).ok().map(i32::cast_unsigned));
        return number.map(RegData::dword);
    }
    if let Some(list) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        if list.contains("...") || list.contains('…') {
            return None;
        }
        let mut bytes: Vec<u8> =
            list.split(',').flat_map(|part| RegData::string(part.trim()).bytes).collect();
        bytes.extend([0, 0]);
        return Some(RegData { kind: RegData::MULTI_SZ, bytes });
    }
    Some(RegData::string(text))
}
