//! The registry that an import leaves, exact to the byte.

use super::importer::Importer;
use super::parse::{Effects, Found};
use super::units::Line;
use crate::decode::Encoding;
use crate::fact::problem::Problem;
use crate::format::Origin;
use crate::registry::{KeyPath, RegData, ValueName};
use crate::span::{Mark, SourceId};
use std::collections::BTreeMap;

/// What importing a file into an empty registry leaves, and what it says of keys that were there before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegistryState {
    /// Whether Windows takes the file at all.
    pub accepted: bool,
    /// The keys the file opens or deletes, in the order of their paths; keys above them exist as well.
    pub keys: Vec<KeyState>,
    /// What is dropped or taken differently than it reads, in the order of the lines.
    pub problems: Vec<Problem>,
    /// The lines of which Windows drops something, in order, each once.
    pub dropped: Vec<u64>,
    /// How many values were written, each writing counted.
    pub writes: u64,
}

/// One key after the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyState {
    /// Its path, in the case of its first naming.
    pub path: KeyPath,
    /// Whether it is gone.
    pub deleted: bool,
    /// In the order of creation.
    pub values: Vec<ValueState>,
}

/// One value after the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueState {
    /// Its name; empty for the default value.
    pub name: ValueName,
    /// Its type and bytes; `None` where the file deletes it.
    pub data: Option<RegData>,
}

/// The state that importing `bytes` leaves.
#[must_use]
pub fn import(bytes: &[u8]) -> RegistryState {
    let encoding = Encoding::detect(bytes.get(..crate::session::Session::HEAD).unwrap_or(bytes));
    let skipped = encoding.bom_len();
    let origin = Origin { source: SourceId(0), encoding, offset: skipped as u64, line: 1 };
    let mut importer = Importer::new(origin, false);
    let mut keeper = Keeper::default();
    importer.feed(bytes.get(skipped..).unwrap_or_default(), &mut keeper);
    importer.finish(&mut keeper);
    keeper.state()
}

/// Keeps everything.
#[derive(Debug, Default)]
struct Keeper {
    keys: BTreeMap<KeyPath, Kept>,
    problems: Vec<Problem>,
    dropped: Vec<u64>,
    refused: bool,
    writes: u64,
}

#[derive(Debug, Default)]
struct Kept {
    deleted: bool,
    /// By name: the number of the writing that created it, the name as first written, the data.
    values: BTreeMap<ValueName, (u64, Option<RegData>)>,
}

impl Keeper {
    /// The most problems kept.
    const PROBLEMS: usize = 100_000;

    fn state(self) -> RegistryState {
        let keys = self.keys.into_iter().map(|(path, kept)| {
            let mut values: Vec<_> = kept.values.into_iter().collect();
            crate::order::sort_by_key(&mut values, |(_, (number, _))| *number);
            let values = values.into_iter().map(|(name, (_, data))| ValueState { name, data }).collect();
            KeyState { path, deleted: kept.deleted, values }
        });
        RegistryState {
            accepted: !self.refused,
            keys: keys.collect(),
            problems: self.problems,
            dropped: self.dropped,
            writes: self.writes,
        }
    }

    fn note(&mut self, line: &Line<'_>, found: Found) {
        if found.dropped && self.dropped.last() != Some(&line.span.line) {
            self.dropped.push(line.span.line);
        }
        if self.problems.len() < Self::PROBLEMS {
            self.problems.push(Problem { mark: line.mark(), code: found.code, args: found.args });
        }
    }
}

impl Effects for Keeper {
    fn open(&mut self, _line: &Line<'_>, key: &KeyPath) {
        match self.keys.get_mut(key) {
            Some(kept) => kept.deleted = false,
            None => {
                self.keys.insert(key.clone(), Kept::default());
            }
        }
    }

    fn delete(&mut self, _line: &Line<'_>, key: &KeyPath) {
        let below: Vec<KeyPath> = self
            .keys
            .range(key.child("")..)
            .map(|(path, _)| path)
            .take_while(|path| path.is_within(key))
            .cloned()
            .collect();
        let mut existed = self.keys.get(key).is_some_and(|kept| !kept.deleted);
        for path in below {
            existed |= self.keys.remove(&path).is_some_and(|kept| !kept.deleted);
        }
        // What was created on the way to a key stays when the key goes.
        if let Some(above) = key.parent().filter(|above| existed && above.parent().is_some()) {
            self.keys.entry(above).or_default().deleted = false;
        }
        let kept = self.keys.entry(key.clone()).or_default();
        kept.deleted = true;
        kept.values.clear();
    }

    fn wants(&mut self, _key: &KeyPath, _name: &[u16]) -> bool {
        true
    }

    fn value(&mut self, _mark: &Mark, key: &KeyPath, name: &str, data: Option<RegData>) {
        self.writes += u64::from(data.is_some());
        let number = self.writes;
        let kept = self.keys.entry(key.clone()).or_default();
        let slot = kept.values.entry(ValueName::from(name)).or_insert((number, None));
        if slot.1.is_none() {
            slot.0 = number;
        }
        slot.1 = data;
    }

    fn problem(&mut self, line: &Line<'_>, found: Found) {
        self.note(line, found);
    }

    fn refused(&mut self, line: &Line<'_>, code: &'static str) {
        self.refused = true;
        self.note(line, Found { code, args: BTreeMap::new(), dropped: true });
    }

    fn unread(&mut self, _line: &Line<'_>) {}
}
