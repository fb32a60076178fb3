//! The report of Exchange HealthChecker: its columns of registry values, its older list of them, and what
//! it says of Exchange and Windows.

use super::{set, unset};
use crate::fact::server::ServerFacts;
use crate::format::reg::places;
use crate::registry::{KeyPath, RegData};
use crate::span::Mark;

/// Reads line after line.
#[derive(Debug, Default)]
pub(super) struct Health {
    /// The heading the lines stand under.
    group: Group,
    before: String,
    /// The version the lines of the older list speak about: `TLS 1.2`.
    version: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Group {
    #[default]
    Other,
    Exchange,
    Windows,
}

const PROTOCOLS: &str =
    r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols";
const SCHANNEL: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL";

impl Health {
    /// Reads one line.
    pub(super) fn line(&mut self, text: &str, mark: &Mark, server: &mut ServerFacts) {
        let text = text.trim();
        let before = std::mem::replace(&mut self.before, text.to_owned());
        if text.len() >= 5 && text.chars().all(|letter| letter == '-') {
            self.group = match before.as_str() {
                "Exchange Information" => Group::Exchange,
                "Operating System Information" => Group::Windows,
                _ => Group::Other,
            };
            return;
        }
        if let Some((name, key, value)) = row(text) {
            put(server, &key, name, value, mark);
            return;
        }
        if let Some(version) = version(text) {
            self.version = version;
        }
        let Some((name, value)) = text.split_once(':') else { return };
        let (name, value) = (name.trim(), value.trim());
        self.identity(name, value, mark, server);
        self.older(name, value, mark, server);
        missing(name, value, mark, server);
        if let Some(name) = name.strip_suffix(" Value")
            && name.starts_with("AllowInsecureRenego")
            && !matches!(value, "0" | "")
        {
            // A missing value is printed as 0 too.
            put(server, &KeyPath::from(SCHANNEL), name, value, mark);
        }
    }

    fn identity(&self, name: &str, value: &str, mark: &Mark, server: &mut ServerFacts) {
        if value.is_empty() {
            return;
        }
        let told = || (value.to_owned(), mark.clone());
        match (self.group, name) {
            (Group::Exchange, "Name") => {
                server.computer.get_or_insert_with(told);
            }
            (Group::Exchange, "Build Number") => server.exchange = Some(told()),
            (Group::Exchange, "Version") => {
                server.exchange.get_or_insert_with(told);
            }
            (Group::Windows, "Version" | "Product Name" | "OS Version") => {
                server.windows.get_or_insert_with(told);
                if let Some(os) = places::os_of_name(value) {
                    server.os.get_or_insert_with(|| (os, mark.clone()));
                }
            }
            (Group::Exchange | Group::Windows | Group::Other, _) => {}
        }
    }

    /// `Server Enabled: 1` below the line of a version. The words `True` and `False` were computed from
    /// defaults where a value is missing: only those that no default gives are taken for a value.
    fn older(&self, name: &str, value: &str, mark: &Mark, server: &mut ServerFacts) {
        let Some((role, rest)) = name.split_once(' ') else { return };
        if self.version.is_empty() || !matches!(role, "Server" | "Client") {
            return;
        }
        let key = KeyPath(format!("{PROTOCOLS}\\{}\\{role}", self.version));
        match (rest, value) {
            ("Enabled", "False") => put(server, &key, "Enabled", "0", mark),
            ("Disabled By Default", "True") => put(server, &key, "DisabledByDefault", "1", mark),
            ("Enabled", "True") | ("Disabled By Default", "False") => {}
            ("Enabled", value) => put(server, &key, "Enabled", value, mark),
            ("Disabled By Default", value) => put(server, &key, "DisabledByDefault", value, mark),
            _ => {}
        }
    }
}

/// `1.2 ServerEnabledValue: NULL --- Error: …`.
fn missing(name: &str, value: &str, mark: &Mark, server: &mut ServerFacts) {
    let Some((version, rest)) = name.split_once(' ') else { return };
    if !value.starts_with("NULL") || !version.contains('.') {
        return;
    }
    for role in ["Server", "Client"] {
        let Some(name) = rest.strip_prefix(role).and_then(|rest| rest.strip_suffix("Value")) else {
            continue;
        };
        if matches!(name, "Enabled" | "DisabledByDefault") {
            let key = KeyPath(format!("{PROTOCOLS}\\TLS {version}\\{role}"));
            unset(server, &key, name, mark);
        }
    }
}

fn put(server: &mut ServerFacts, key: &KeyPath, name: &str, value: &str, mark: &Mark) {
    if value.starts_with("NULL") {
        unset(server, key, name, mark);
    } else if let Ok(number) = value.parse() {
        set(server, key, name, RegData::dword(number), mark);
    }
}

/// `Enabled  SYSTEM\CurrentControlSet\…\TLS 1.2\Server  1`.
fn row(text: &str) -> Option<(&str, KeyPath, &str)> {
    let (name, rest) = text.split_once([' ', '\t'])?;
    let rest = rest.trim();
    if !rest.starts_with("SYSTEM\\") && !rest.starts_with("SOFTWARE\\") {
        return None;
    }
    let (location, value) = rest.rsplit_once([' ', '\t'])?;
    let is_value = value == "NULL" || value.bytes().all(|digit| digit.is_ascii_digit());
    is_value.then(|| (name, KeyPath(format!("HKEY_LOCAL_MACHINE\\{}", location.trim())), value))
}

/// `TLS 1.2`, alone or before its state.
fn version(text: &str) -> Option<String> {
    let name = text.split(':').next().unwrap_or_default().trim();
    let number = name.strip_prefix("TLS ")?;
    let is_number = number.len() == 3 && number.contains('.') && number.starts_with('1');
    is_number.then(|| name.to_owned())
}

/// A line that only HealthChecker writes.
pub(super) fn is_mark(text: &str) -> bool {
    let text = text.trim();
    if text.starts_with("Exchange Health Checker version") || row(text).is_some() {
        return true;
    }
    let mut words = text.split_whitespace();
    (words.next(), words.next(), words.next(), words.next())
        == (Some("RegistryKey"), Some("Location"), Some("Value"), None)
        || text.contains("EnabledValue: NULL")
        || text.contains("DisabledByDefaultValue: NULL")
        || text.starts_with("Server Disabled By Default:")
}
