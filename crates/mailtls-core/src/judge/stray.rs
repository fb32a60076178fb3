//! Settings for TLS 1.2 at places where Schannel does not look.
//!
//! Windows creates any key and any value it is asked to, so a wrong name is no error there: it is only never
//! read. Names are compared exactly, apart from letter case. [`dead`] is what may be deleted when a user asks.

use crate::fact::Facts;
use crate::fact::server::{KeyFacts, ServerFacts};
use crate::judge::{RoleFacts, at, servers};
use crate::known::Known;
use crate::registry::{KeyPath, RegData, ValueName};
use crate::rule::Findings;
use crate::schannel::{DISABLED_BY_DEFAULT, ENABLED, Protocol, Role};
use crate::span::Mark;
use crate::vocabulary::Direction;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misplaced {
    /// On the key of the protocol, above its roles.
    ParentKey,
    /// Under a key that is almost named like the protocol.
    ProtocolName,
    /// Under a key that is not one of the two roles.
    RoleName,
    /// In the right key, under another name.
    ValueName,
    /// In a numbered control set.
    ControlSet,
    /// Under another root than `HKEY_LOCAL_MACHINE`.
    Root,
    /// Below `WOW6432Node`.
    Wow6432,
    /// On another path.
    Path,
    /// Below `Ciphers`.
    Ciphers,
}

impl Misplaced {
    /// The rule that reports it; `None` where the place may turn out to be read after all.
    const fn dead_by(self) -> Option<&'static str> {
        Some(match self {
            Self::ParentKey => "tls12-on-parent-key",
            Self::ProtocolName => "tls12-protocol-key-misspelt",
            Self::RoleName => "tls12-role-key-misspelt",
            Self::ValueName => "tls12-value-name-misspelt",
            Self::Root => "tls12-under-wrong-root",
            Self::Wow6432 => "tls12-under-wow6432node",
            Self::Path => "tls12-on-wrong-path",
            Self::Ciphers => "tls12-under-ciphers",
            Self::ControlSet => return None,
        })
    }
}

/// Settings of one key at a wrong place.
#[derive(Clone, Debug)]
struct Stray<'a> {
    misplaced: Misplaced,
    key: &'a KeyPath,
    /// How many of the key's names stand above the first that does not belong: from there on nothing is read.
    sound: usize,
    /// The role it was meant for, where that can be told.
    role: Option<Role>,
    settings: Vec<(&'a ValueName, &'a RegData, &'a Mark)>,
}

/// A setting that nothing reads, or a key that holds nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dead {
    /// The key.
    pub(crate) key: KeyPath,
    /// The value; `None`: the key itself.
    pub(crate) value: Option<(ValueName, RegData)>,
    /// The rule that says so.
    pub(crate) rule: &'static str,
}

/// Settings for TLS 1.2 where Windows never looks, and the keys that are empty without them, the deepest first.
///
/// A key goes only if all there is in it and below it was shown and is dead.
pub(crate) fn dead(server: &ServerFacts) -> Vec<Dead> {
    let of_key = |(key, facts)| {
        let stray = stray(key, facts)?;
        Some((stray.key, (stray.misplaced.dead_by()?, stray)))
    };
    let strays: BTreeMap<&KeyPath, (&'static str, Stray<'_>)> =
        crate::order::map_of(server.keys().filter_map(of_key));
    let is_dead = |key: &KeyPath, name: &ValueName| {
        let stray = strays.get(key);
        stray.is_some_and(|(_, stray)| stray.settings.iter().any(|(dead, ..)| *dead == name))
    };
    let holds_nothing_else = |key: &KeyPath, facts: &KeyFacts| {
        let mut values = facts.values.iter();
        facts.complete && values.all(|(name, known)| !matches!(known, Known::Is(..)) || is_dead(key, name))
    };
    let mut values = Vec::new();
    let mut keys: BTreeMap<KeyPath, &'static str> = BTreeMap::new();
    // Each key is looked into once, however many lie below it.
    let mut seen: BTreeSet<KeyPath> = BTreeSet::new();
    for (rule, stray) in strays.values() {
        let mut settings: Vec<_> = stray.settings.iter().map(|(name, data, _)| (*name, *data)).collect();
        crate::order::sort_by_key(&mut settings, |(name, _)| *name);
        values.extend(settings.into_iter().map(|(name, data)| Dead {
            key: stray.key.clone(),
            value: Some((name.clone(), data.clone())),
            rule,
        }));
        let mut next = Some(stray.key.clone());
        while let Some(top) = next.filter(|key| key.components().count() > stray.sound) {
            let is_empty =
                |(key, facts): (&KeyPath, &KeyFacts)| facts.deleted || holds_nothing_else(key, facts);
            if !seen.insert(top.clone())
                || server.key(&top).is_none()
                || !server.keys_within(&top).all(is_empty)
            {
                break;
            }
            let there = server.keys_within(&top).filter(|(_, facts)| !facts.deleted);
            keys.extend(there.map(|(key, _)| (key.clone(), *rule)));
            next = top.parent();
        }
    }
    values.extend(keys.into_iter().rev().map(|(key, rule)| Dead { key, value: None, rule }));
    // A file cannot name what has a line end in its name.
    values.retain(|dead| {
        let name = dead.value.as_ref().map_or("", |(name, _)| name.as_str());
        !dead.key.as_str().contains(char::is_control) && !name.contains(char::is_control)
    });
    values
}

/// Reports the settings of a server that are misplaced in this way, and are not also where they belong.
pub(crate) fn report_strays(facts: &Facts, misplaced: Misplaced, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let mut strays = server
            .keys()
            .filter_map(|(key, key_facts)| stray(key, key_facts))
            .filter(|stray| stray.misplaced == misplaced && !is_moot(server, stray));
        let Some(first) = strays.next() else { continue };
        let Some(mark) = first.marks().next() else { continue };
        let mut firing = at(server, mark).and(first.marks()).arg("key", first.key.as_str());
        let mut direction = first.role.map_or(Direction::Both, Role::direction);
        for stray in strays {
            direction = direction.join(stray.role.map_or(Direction::Both, Role::direction));
            firing = firing.and(stray.marks());
        }
        out.report(firing.direction(direction));
    }
}

/// The mail that a value under `key` decides about; `None` for a key mailtls has nothing to say about.
pub(crate) fn meant_direction(key: &KeyPath) -> Option<Direction> {
    let has = |wanted: &str| key.components().any(|name| same(name.trim(), wanted));
    if has("SCHANNEL") {
        return Some(meant_role(key.last()).map_or(Direction::Both, Role::direction));
    }
    (has(".NETFramework") || has("WinHttp")).then_some(Direction::Unknown)
}

impl<'a> Stray<'a> {
    fn marks(&self) -> impl Iterator<Item = &'a Mark> {
        self.settings.iter().map(|(_, _, mark)| *mark)
    }
}

/// Whether what was meant stands at the right place too.
fn is_moot(server: &ServerFacts, stray: &Stray<'_>) -> bool {
    // Which control set is the current one decides whether this is the right place after all.
    if stray.misplaced == Misplaced::ControlSet {
        match server.control_set() {
            Known::Is(..) => return true,
            Known::Absent(_) | Known::Unknown if server.assumed_control_set().is_some() => return false,
            Known::Absent(_) | Known::Unknown => {}
        }
    }
    Role::ALL
        .into_iter()
        .filter(|role| stray.role.is_none_or(|meant| meant == *role))
        .all(|role| RoleFacts::of(server, Protocol::Tls12, role).is_explicitly_on())
}

fn stray<'a>(key: &'a KeyPath, facts: &'a KeyFacts) -> Option<Stray<'a>> {
    let names: Vec<&str> = key.components().collect();
    let at = names.iter().position(|name| same(name.trim(), "SCHANNEL"))?;
    let (above, below) = (names.get(..at)?, names.get(at..)?);
    let (branch, protocol, rest) = match below {
        [_, branch, protocol, rest @ ..] => (*branch, *protocol, rest),
        _ => return None,
    };
    if reading(protocol) != "tls12" && !same(protocol, Protocol::Tls12.name()) {
        return None;
    }
    let role = rest.first().and_then(|name| meant_role(name));
    let settings = |wanted: fn(&ValueName) -> bool| -> Vec<(&'a ValueName, &'a RegData, &'a Mark)> {
        let mut settings: Vec<_> = facts
            .values
            .iter()
            .filter(|(name, _)| wanted(name))
            .filter_map(|(name, known)| match known {
                Known::Is(data, mark) => Some((name, data, mark)),
                Known::Absent(_) | Known::Unknown => None,
            })
            .collect();
        crate::order::sort_by_key(&mut settings, |(_, _, mark)| *mark);
        settings
    };
    // Down to the protocol, and to its role, a path may be right.
    let to_branch = above.len() + 2;
    let found = |misplaced, settings: Vec<(&'a ValueName, &'a RegData, &'a Mark)>| {
        let sound = match misplaced {
            Misplaced::ParentKey | Misplaced::ValueName => names.len(),
            Misplaced::RoleName => to_branch + 1,
            Misplaced::ProtocolName
            | Misplaced::ControlSet
            | Misplaced::Root
            | Misplaced::Wow6432
            | Misplaced::Path
            | Misplaced::Ciphers => to_branch,
        };
        (!settings.is_empty()).then_some(Stray { misplaced, key, sound, role, settings })
    };
    if same(branch.trim(), "Ciphers") {
        return found(Misplaced::Ciphers, settings(is_setting));
    }
    if !same(branch.trim(), "Protocols") {
        return None;
    }
    if let Some(misplaced) = path_mistake(above, below.first().copied().unwrap_or_default(), branch) {
        return found(misplaced, settings(is_setting));
    }
    if !same(protocol, Protocol::Tls12.name()) {
        return found(Misplaced::ProtocolName, settings(is_setting));
    }
    match rest {
        [] => found(Misplaced::ParentKey, settings(is_setting)),
        [name] if Role::ALL.iter().any(|role| same(name, role.name())) => {
            found(Misplaced::ValueName, settings(is_almost_setting))
        }
        [..] => found(Misplaced::RoleName, settings(is_setting)),
    }
}

/// What is wrong with the way down to `SCHANNEL\Protocols`, if anything.
fn path_mistake(above: &[&str], schannel: &str, branch: &str) -> Option<Misplaced> {
    const RIGHT: [&str; 5] =
        ["HKEY_LOCAL_MACHINE", "SYSTEM", "CurrentControlSet", "Control", "SecurityProviders"];
    let equal = |above: &[&str], right: &[&str]| {
        above.len() == right.len() && above.iter().zip(right).all(|(one, two)| same(one, two))
    };
    if equal(above, &RIGHT) && same(schannel, "SCHANNEL") && same(branch, "Protocols") {
        return None;
    }
    if above.iter().any(|name| same(name, "WOW6432Node")) {
        return Some(Misplaced::Wow6432);
    }
    let [root, system, set, rest @ ..] = above else { return Some(Misplaced::Path) };
    let below_set = same(system, "SYSTEM") && equal(rest, &["Control", "SecurityProviders"]);
    if below_set && same(root, "HKEY_LOCAL_MACHINE") && is_numbered_set(set) {
        return Some(Misplaced::ControlSet);
    }
    if below_set && !same(root, "HKEY_LOCAL_MACHINE") {
        return Some(Misplaced::Root);
    }
    Some(Misplaced::Path)
}

fn is_numbered_set(name: &str) -> bool {
    let digits = name.get(.."ControlSet".len()).filter(|start| same(start, "ControlSet"));
    digits
        .and_then(|start| name.get(start.len()..))
        .is_some_and(|number| number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_setting(name: &ValueName) -> bool {
    same(name.as_str(), ENABLED) || same(name.as_str(), DISABLED_BY_DEFAULT) || is_almost_setting(name)
}

/// Whether a name was meant to be one of the two and is not.
fn is_almost_setting(name: &ValueName) -> bool {
    if same(name.as_str(), ENABLED) || same(name.as_str(), DISABLED_BY_DEFAULT) {
        return false;
    }
    let read = reading(name.as_str());
    let translated = ["habilitado", "ativado", "activado", "aktiviert", "active", "activ", "aktiverad"];
    distance(&read, "enabled") <= 2
        || distance(&read, "disabledbydefault") <= 3
        || translated.contains(&&*read)
}

/// The role a key was meant to be, by its English name or a translation of it.
fn meant_role(name: &str) -> Option<Role> {
    const CLIENT: [&str; 11] = [
        "client",
        "klient",
        "cliente",
        "asiakas",
        "ügyfél",
        "i̇stemci",
        "istemci",
        "clientes",
        "kunde",
        "客户端",
        "用戶端",
    ];
    const SERVER: [&str; 9] =
        ["server", "servidor", "serveur", "palvelin", "kiszolgáló", "sunucu", "serwer", "服务器", "伺服器"];
    let read = name.trim().to_lowercase();
    let plain = reading(name);
    if CLIENT.contains(&&*read) || distance(&plain, "client") <= 1 {
        return Some(Role::Client);
    }
    (SERVER.contains(&&*read) || distance(&plain, "server") <= 1).then_some(Role::Server)
}

/// What a person reads: letters and digits, in lower case, look-alikes of other scripts and widths as the
/// Latin ones, no `v` before a number.
fn reading(name: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        'Т' | 'т' | 'Τ' => 't',
        'Ѕ' | 'ѕ' => 's',
        'С' | 'с' => 'c',
        'Е' | 'е' | 'Ε' => 'e',
        'і' | 'І' | 'Ι' => 'i',
        'а' | 'А' | 'Α' => 'a',
        other => other,
    };
    let read: String = name
        .chars()
        .map(plain)
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    if read == "tlsv12" || read == "tlsversion12" { "tls12".to_owned() } else { read }
}

fn same(one: &str, other: &str) -> bool {
    KeyPath::from(one) == KeyPath::from(other)
}

/// How many letters have to be changed, added or left out to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    // Far longer names are other names; this bounds the work for hostile ones.
    for (index, letter) in one.chars().take(64).enumerate() {
        let mut next = vec![index + 1];
        for (above, wanted) in row.windows(2).zip(&other) {
            let &[diagonal, straight] = above else { continue };
            let left = next.last().copied().unwrap_or_default();
            next.push((diagonal + usize::from(letter != *wanted)).min(straight + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_a_person_does() {
        for name in
            ["TLS 1,2", "TLS1.2", "TLS v1.2", "TLS-1.2", "Tls_1_2", "TLS 1.2 ", "TLS\u{a0}1.2", "ТLS 1.2"]
        {
            assert_eq!(reading(name), "tls12", "{name}");
        }
        assert_ne!(reading("TLS 1.3"), "tls12");
    }

    #[test]
    fn a_misspelt_value_is_told_from_another_one() {
        for name in ["Enable", "Enabled ", "DisableByDefault", "DisabledByDefualt", "Disabled By Default"] {
            assert!(is_almost_setting(&name.into()), "{name}");
        }
        for name in ["enabled", "DISABLEDBYDEFAULT", "EventLogging", ""] {
            assert!(!is_almost_setting(&name.into()), "{name}");
        }
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("enable", "enabled"), 1);
        assert_eq!(distance("enabled", "enabled"), 0);
    }
}
