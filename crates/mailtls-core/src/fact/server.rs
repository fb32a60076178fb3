//! The registry of one server, as its exports show it.

use crate::known::Known;
use crate::registry::{KeyPath, RegData, ValueName, ValuePath};
use crate::span::{Mark, SourceId};
use crate::vocabulary::Os;
use std::collections::BTreeMap;

/// What is known of one server.
///
/// Kept are the places mailtls knows and everything that looks as if it was meant for one of them; an
/// export of a whole hive leaves no more here than an export of the keys that matter.
#[derive(Clone, Debug, Default)]
pub struct ServerFacts {
    /// Its name: told by the input, else taken from the file; empty while there is only one and nothing
    /// tells.
    pub name: String,
    /// The name of its first file, without folder and ending.
    pub stem: String,
    /// The name the user gives it, whatever the input tells.
    pub told: Option<String>,
    /// The name of the computer, if the input tells.
    pub computer: Option<(String, Mark)>,
    /// Where its registry was read.
    pub sources: Vec<SourceId>,
    /// Its Windows release, if the input tells.
    pub os: Option<(Os, Mark)>,
    /// Its Windows as the input calls it: `Windows Server 2019 Standard`.
    pub windows: Option<(String, Mark)>,
    /// Its Exchange as the input calls it: a build such as `15.2.1748`, or `Exchange 2019 CU15`.
    pub exchange: Option<(String, Mark)>,
    /// What Windows would not take from the files, and what it was meant to be. In the order of the lines.
    pub dropped: Vec<Dropped>,
    /// The files that Windows refuses as a whole, or from which it silently takes nothing.
    pub refused: Vec<Refused>,
    keys: BTreeMap<KeyPath, KeyFacts>,
}

/// A file that leaves nothing in the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The line that decides: the first.
    pub mark: Mark,
    /// The code of the problem.
    pub code: &'static str,
}

/// One key at a place mailtls looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFacts {
    /// The line that names it.
    pub mark: Mark,
    /// Whether the file deletes it and does not create it again.
    pub deleted: bool,
    /// Whether all of its values were shown, so that one not shown is absent.
    pub complete: bool,
    /// Whether everything below it was shown.
    pub tree: bool,
    /// By name. [`Known::Absent`] where a line deletes the value or a listing says it is not there.
    pub values: BTreeMap<ValueName, Known<RegData>>,
}

/// A line that Windows does not take, or takes only in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The line.
    pub mark: Mark,
    /// The code of the problem.
    pub code: &'static str,
    /// What it was meant to be. A line with several values gives several entries.
    pub meant: Meant,
}

/// What a line was meant to be, read as a person would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// A section.
    Key {
        /// The key.
        key: KeyPath,
        /// Whether the section deletes it.
        deleted: bool,
    },
    /// A value; its key is the one a person would see it under.
    Value {
        /// Which.
        path: ValuePath,
        /// Its data; `None` for a deletion.
        data: Option<RegData>,
    },
}

impl ServerFacts {
    /// The most keys kept that are not places mailtls knows.
    pub const STRAY_LIMIT: usize = 2048;
    /// The most values kept of one key.
    pub const VALUE_LIMIT: usize = 512;
    /// The most dropped lines kept.
    pub const DROPPED_LIMIT: usize = 2048;

    /// What is known of one value.
    ///
    /// A place below `CurrentControlSet` that was not exported itself is looked up in the control set that
    /// `HKLM\SYSTEM\Select` names as the current one.
    #[must_use]
    pub fn value(&self, path: &ValuePath) -> Known<&RegData> {
        let direct = self.value_at(&path.key, &path.name);
        if direct != Known::Unknown {
            return direct;
        }
        match self.in_current_set(&path.key) {
            Some(key) => self.value_at(&key, &path.name),
            None => Known::Unknown,
        }
    }

    /// What is known of one `REG_DWORD`: any other type or size is [`Known::Unknown`] here, so that nothing
    /// is concluded from it; ask [`value`](Self::value) for it.
    #[must_use]
    pub fn dword(&self, key: &str, name: &str) -> Known<u32> {
        match self.value(&ValuePath::new(key, name)) {
            Known::Is(data, mark) => data.as_dword().map_or(Known::Unknown, |number| Known::Is(number, mark)),
            Known::Absent(mark) => Known::Absent(mark),
            Known::Unknown => Known::Unknown,
        }
    }

    /// The facts of one key, exactly where they were read.
    #[must_use]
    pub fn key(&self, key: &KeyPath) -> Option<&KeyFacts> {
        self.keys.get(key)
    }

    /// Every key at a place mailtls looks at, wrong places included, in the order of their paths.
    pub fn keys(&self) -> impl Iterator<Item = (&KeyPath, &KeyFacts)> {
        self.keys.iter()
    }

    /// The keys below `above`, itself included.
    pub fn keys_within<'a>(
        &'a self,
        above: &'a KeyPath,
    ) -> impl Iterator<Item = (&'a KeyPath, &'a KeyFacts)> {
        // What lies below stands together in the order of the paths, and the key itself somewhere before.
        let itself = self.keys.get_key_value(above);
        itself
            .into_iter()
            .chain(self.keys.range(above.child("")..).take_while(|(key, _)| key.is_within(above)))
    }

    /// Every value that is there, in the order of their paths.
    pub fn values(&self) -> impl Iterator<Item = (&KeyPath, &ValueName, &RegData, &Mark)> {
        self.keys.iter().flat_map(|(key, facts)| {
            facts.values.iter().filter_map(move |(name, known)| match known {
                Known::Is(data, mark) => Some((key, name, data, mark)),
                Known::Absent(_) | Known::Unknown => None,
            })
        })
    }

    /// The place that shows all values of `key`, be it that there are none: the key itself, or one above
    /// that was shown with everything below it.
    #[must_use]
    pub fn covered(&self, key: &KeyPath) -> Option<&Mark> {
        if let Some(facts) = self.keys.get(key) {
            return (facts.complete || facts.deleted).then_some(&facts.mark);
        }
        let mut above = key.parent();
        while let Some(place) = above {
            if let Some(facts) = self.keys.get(&place) {
                let shows_below = facts.deleted || facts.tree || self.has_below(&place);
                return shows_below.then_some(&facts.mark);
            }
            above = place.parent();
        }
        None
    }

    /// The number of the current control set.
    #[must_use]
    pub fn control_set(&self) -> Known<u32> {
        match self.value_at(&KeyPath::from(SELECT), &ValueName::from("Current")) {
            Known::Is(data, mark) => data.as_dword().map_or(Known::Unknown, |number| Known::Is(number, mark)),
            Known::Absent(mark) => Known::Absent(mark),
            Known::Unknown => Known::Unknown,
        }
    }

    /// The control set taken for the current one, where the export shows a single one and neither
    /// `CurrentControlSet` nor `Select`: nearly always it is. What rests on it is not certain.
    #[must_use]
    pub fn assumed_control_set(&self) -> Option<u32> {
        let system = KeyPath::from(r"HKEY_LOCAL_MACHINE\SYSTEM");
        if self.control_set() != Known::Unknown {
            return None;
        }
        let mut numbers = self.keys_within(&system).filter_map(|(key, _)| {
            let name = key.below(&system)?.split('\\').next()?;
            let number = name.get("ControlSet".len()..).filter(|_| {
                name.get(.."ControlSet".len()).is_some_and(|start| start.eq_ignore_ascii_case("ControlSet"))
            });
            // `CurrentControlSet` and anything else below `SYSTEM` count as 0, which no control set has.
            Some(number.and_then(|digits| digits.parse().ok()).unwrap_or(0))
        });
        let first = numbers.next().filter(|number| *number != 0)?;
        numbers.all(|number| number == first).then_some(first)
    }

    /// Whether nothing at all was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.dropped.is_empty() && self.refused.is_empty()
    }

    fn value_at(&self, key: &KeyPath, name: &ValueName) -> Known<&RegData> {
        if let Some(known) = self.keys.get(key).and_then(|facts| facts.values.get(name)) {
            return match known {
                Known::Is(data, mark) => Known::Is(data, mark.clone()),
                Known::Absent(mark) => Known::Absent(mark.clone()),
                Known::Unknown => Known::Unknown,
            };
        }
        // The line that was to set it does nothing, so it keeps whatever it was: the file was not exported
        // like this.
        if self.lost(key, name) {
            return Known::Unknown;
        }
        self.covered(key).map_or(Known::Unknown, |mark| Known::Absent(mark.clone()))
    }

    /// Whether a line that Windows skips was meant for a value.
    fn lost(&self, key: &KeyPath, name: &ValueName) -> bool {
        self.dropped.iter().any(|dropped| match &dropped.meant {
            // The name first: it is short, and keys begin alike.
            Meant::Value { path, .. } => path.name == *name && path.key == *key,
            Meant::Key { .. } => false,
        })
    }

    /// The same place in the numbered control set that is the current one.
    fn in_current_set(&self, key: &KeyPath) -> Option<KeyPath> {
        let rest = key.below(&KeyPath::from(CURRENT_SET))?;
        let number = match self.control_set() {
            Known::Is(number, _) => number,
            Known::Absent(_) | Known::Unknown => self.assumed_control_set()?,
        };
        Some(KeyPath(format!(r"HKEY_LOCAL_MACHINE\SYSTEM\ControlSet{number:03}\{rest}")))
    }

    fn has_below(&self, key: &KeyPath) -> bool {
        let from = key.child("");
        self.keys.range(from..).next().is_some_and(|(next, _)| next.is_within(key))
    }
}

const CURRENT_SET: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet";
const SELECT: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\Select";

/// Writing, for the readers.
impl ServerFacts {
    /// A server first seen in `source`, whose name is `file`.
    #[must_use]
    pub fn of(source: SourceId, file: &str) -> Self {
        Self { stem: stem(file), sources: vec![source], ..Self::default() }
    }

    /// Whether one more place is kept: those mailtls knows always, others up to a limit.
    #[must_use]
    pub fn has_room(&self, key: &KeyPath) -> bool {
        self.keys.len() < Self::STRAY_LIMIT || self.keys.contains_key(key) || is_known(key)
    }

    /// A key is shown. Shown again, it keeps what it has.
    pub fn open(&mut self, key: &KeyPath, mark: &Mark) {
        let facts = self.entry(key, mark);
        if facts.deleted {
            facts.deleted = false;
            facts.mark = mark.clone();
        }
        facts.complete = true;
    }

    /// Everything below a key shown before is shown as well.
    pub fn has_tree(&mut self, key: &KeyPath) {
        if let Some(facts) = self.keys.get_mut(key) {
            facts.tree = true;
        }
    }

    /// A key is there, and some of its values may not be shown.
    pub fn mention(&mut self, key: &KeyPath, mark: &Mark) {
        self.entry(key, mark).deleted = false;
    }

    /// A key is deleted with everything below it.
    pub fn delete(&mut self, key: &KeyPath, mark: &Mark) {
        self.keys.retain(|kept, _| !kept.is_within(key));
        let facts = self.entry(key, mark);
        (facts.deleted, facts.complete) = (true, true);
    }

    /// A value is there; `false` where there is no more room for it.
    pub fn set(&mut self, key: &KeyPath, name: &ValueName, data: RegData, mark: &Mark) -> bool {
        self.put(key, name, Known::Is(data, mark.clone()), mark)
    }

    /// A value is not there; `false` where there is no more room for it.
    pub fn unset(&mut self, key: &KeyPath, name: &ValueName, mark: &Mark) -> bool {
        self.put(key, name, Known::Absent(mark.clone()), mark)
    }

    /// A line was dropped; `false` where there is no more room for it.
    pub fn drop_line(&mut self, dropped: Dropped) -> bool {
        let room = self.dropped.len() < Self::DROPPED_LIMIT;
        if room {
            self.dropped.push(dropped);
        }
        room
    }

    fn put(&mut self, key: &KeyPath, name: &ValueName, known: Known<RegData>, mark: &Mark) -> bool {
        let facts = self.entry(key, mark);
        let room = facts.values.len() < Self::VALUE_LIMIT || facts.values.contains_key(name);
        if room {
            // The name keeps the case of its first writing, as in the registry.
            facts.values.insert(name.clone(), known);
        }
        room
    }

    fn entry(&mut self, key: &KeyPath, mark: &Mark) -> &mut KeyFacts {
        self.keys.entry(key.clone()).or_insert_with(|| KeyFacts {
            mark: mark.clone(),
            deleted: false,
            complete: false,
            tree: false,
            values: BTreeMap::new(),
        })
    }

    /// Adds a registry just read to those read before: to the server it belongs to, or as one more server.
    ///
    /// Exports of different places are of one server unless they name different computers; exports that
    /// show the same place are of different servers.
    pub fn join(servers: &mut Vec<Self>, new: Self) {
        if new.is_empty() && new.computer.is_none() && new.os.is_none() && new.exchange.is_none() {
            return;
        }
        match servers.iter_mut().find(|server| server.takes(&new)) {
            Some(server) => server.absorb(new),
            None => servers.push(new),
        }
        let several = servers.len() > 1;
        for server in servers {
            server.name = match server.known_name() {
                Some(name) => name.to_owned(),
                None if several => server.stem.clone(),
                None => String::new(),
            };
        }
    }

    /// What the user calls it, else what it calls itself.
    fn known_name(&self) -> Option<&str> {
        self.told.as_deref().or(self.computer.as_ref().map(|(name, _)| name.as_str()))
    }

    fn takes(&self, new: &Self) -> bool {
        let differs = |one: Option<&str>, two: Option<&str>| matches!((one, two), (Some(one), Some(two)) if !one.eq_ignore_ascii_case(two));
        if differs(self.known_name(), new.known_name()) {
            return false;
        }
        if self.sources.iter().any(|source| new.sources.contains(source)) {
            return true;
        }
        let same = self.known_name().is_some() && new.known_name().is_some();
        same || !new.keys.keys().any(|key| self.keys.contains_key(key))
    }

    fn absorb(&mut self, new: Self) {
        for source in new.sources {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
        self.told = self.told.take().or(new.told);
        self.computer = self.computer.take().or(new.computer);
        self.os = self.os.take().or(new.os);
        self.windows = self.windows.take().or(new.windows);
        self.exchange = self.exchange.take().or(new.exchange);
        self.dropped.extend(new.dropped);
        self.refused.extend(new.refused);
        for (key, facts) in new.keys {
            match self.keys.get_mut(&key) {
                None => {
                    self.keys.insert(key, facts);
                }
                Some(own) => {
                    (own.complete, own.tree) = (own.complete | facts.complete, own.tree | facts.tree);
                    own.deleted = facts.deleted;
                    own.values.extend(facts.values);
                }
            }
        }
    }
}

/// Whether a key is a place that Schannel reads, of which there are few.
fn is_known(key: &KeyPath) -> bool {
    let Some(below) = key.below(&KeyPath::from(SCHANNEL)) else { return false };
    let mut names = below.split('\\');
    names.next().is_some_and(|name| name.eq_ignore_ascii_case("Protocols"))
        && names
            .next()
            .is_some_and(|name| KNOWN_PROTOCOLS.iter().any(|known| known.eq_ignore_ascii_case(name)))
        && names
            .next()
            .is_none_or(|role| role.eq_ignore_ascii_case("Client") || role.eq_ignore_ascii_case("Server"))
        && names.next().is_none()
}

const SCHANNEL: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL";
const KNOWN_PROTOCOLS: &[&str] =
    &["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3", "DTLS 1.0", "DTLS 1.2"];

/// The name of a file without folder and ending.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem }).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn mark(line: u64) -> Mark {
        Mark::new(Span { source: SourceId(0), line, start: 0, end: 1 }, "x")
    }

    fn server(source: u32, file: &str, keys: &[&str]) -> ServerFacts {
        let mut server = ServerFacts::of(SourceId(source), file);
        for (line, key) in (1..).zip(keys) {
            server.open(&KeyPath::from(*key), &mark(line));
        }
        server
    }

    #[test]
    fn what_an_export_does_not_cover_is_not_absent() {
        let mut server = server(0, "a.reg", &[r"HKEY_LOCAL_MACHINE\A", r"HKEY_LOCAL_MACHINE\A\B"]);
        server.set(&r"HKEY_LOCAL_MACHINE\A".into(), &"x".into(), RegData::dword(1), &mark(9));
        assert_eq!(server.dword(r"hkey_local_machine\a", "X"), Known::Is(1, mark(9)));
        assert_eq!(server.dword(r"HKEY_LOCAL_MACHINE\A", "y"), Known::Absent(mark(1)));
        assert_eq!(server.dword(r"HKEY_LOCAL_MACHINE\A\C", "y"), Known::Absent(mark(1)));
        assert_eq!(server.dword(r"HKEY_LOCAL_MACHINE\D", "y"), Known::Unknown);
    }

    #[test]
    fn the_current_control_set_is_found_by_its_number() {
        let set = r"HKEY_LOCAL_MACHINE\SYSTEM\ControlSet002\Control\Lsa";
        let mut server = server(0, "a.reg", &[set, SELECT]);
        server.set(&set.into(), &"x".into(), RegData::dword(5), &mark(3));
        let asked = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Lsa";
        assert_eq!(server.dword(asked, "x"), Known::Unknown);
        server.set(&SELECT.into(), &"Current".into(), RegData::dword(2), &mark(4));
        assert_eq!(server.dword(asked, "x"), Known::Is(5, mark(3)));
    }

    #[test]
    fn exports_of_different_places_are_one_server_and_of_the_same_place_several() {
        let mut servers = Vec::new();
        ServerFacts::join(&mut servers, server(0, "edge/schannel.reg", &[r"HKEY_LOCAL_MACHINE\A"]));
        ServerFacts::join(&mut servers, server(1, "dotnet.reg", &[r"HKEY_LOCAL_MACHINE\B"]));
        assert_eq!((servers.len(), servers[0].name.as_str()), (1, ""));
        ServerFacts::join(&mut servers, server(2, "mbx2.reg", &[r"HKEY_LOCAL_MACHINE\A"]));
        assert_eq!(
            servers.iter().map(|server| server.name.as_str()).collect::<Vec<_>>(),
            ["schannel", "mbx2"]
        );
    }

    #[test]
    fn exports_that_name_different_computers_are_different_servers() {
        let mut servers = Vec::new();
        for (source, name) in [(0, "EX01"), (1, "EX02"), (2, "ex01")] {
            let mut new = server(source, "x.reg", &[&format!(r"HKEY_LOCAL_MACHINE\{source}")]);
            new.computer = Some((name.to_owned(), mark(1)));
            ServerFacts::join(&mut servers, new);
        }
        assert_eq!(servers.iter().map(|server| server.name.as_str()).collect::<Vec<_>>(), ["EX01", "EX02"]);
    }
}
