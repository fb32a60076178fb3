//! Registry paths and data, shared by everything that reads or writes them.

use std::cmp::Ordering;
use std::fmt;

/// A key path with its root spelled out: `HKEY_LOCAL_MACHINE\SYSTEM\…`. Compared without regard to case.
#[derive(Clone, Debug)]
pub struct KeyPath(pub String);

/// A value: its key and its name; the default value has the empty name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ValuePath {
    /// The key.
    pub key: KeyPath,
    /// The name.
    pub name: ValueName,
}

/// The name of a value. Compared without regard to case.
#[derive(Clone, Debug)]
pub struct ValueName(pub String);

/// The type and the raw bytes of a value, as Windows stores them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegData {
    /// The type number: 1 `REG_SZ`, 4 `REG_DWORD`, …
    pub kind: u32,
    /// Strings as UTF-16LE with their NUL, numbers little endian.
    pub bytes: Vec<u8>,
}

impl RegData {
    /// `REG_SZ`.
    pub const SZ: u32 = 1;
    /// `REG_EXPAND_SZ`.
    pub const EXPAND_SZ: u32 = 2;
    /// `REG_BINARY`.
    pub const BINARY: u32 = 3;
    /// `REG_DWORD`.
    pub const DWORD: u32 = 4;
    /// `REG_MULTI_SZ`.
    pub const MULTI_SZ: u32 = 7;
    /// `REG_QWORD`.
    pub const QWORD: u32 = 11;

    /// A `REG_DWORD`.
    #[must_use]
    pub fn dword(number: u32) -> Self {
        Self { kind: Self::DWORD, bytes: number.to_le_bytes().to_vec() }
    }

    /// A `REG_SZ`.
    #[must_use]
    pub fn string(text: &str) -> Self {
        let bytes = text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        Self { kind: Self::SZ, bytes }
    }

    /// A `REG_SZ` of these UTF-16 units, which need not be valid.
    #[must_use]
    pub fn string_of(units: &[u16]) -> Self {
        let bytes = units.iter().copied().chain([0]).flat_map(u16::to_le_bytes).collect();
        Self { kind: Self::SZ, bytes }
    }

    /// The number, if this is a `REG_DWORD` of four bytes.
    #[must_use]
    pub fn as_dword(&self) -> Option<u32> {
        match (self.kind, <[u8; 4]>::try_from(self.bytes.as_slice())) {
            (Self::DWORD, Ok(bytes)) => Some(u32::from_le_bytes(bytes)),
            _ => None,
        }
    }

    /// The text, if this is a string: up to the first NUL; the strings of a `REG_MULTI_SZ` parted by commas.
    #[must_use]
    pub fn as_text(&self) -> Option<String> {
        if !matches!(self.kind, Self::SZ | Self::EXPAND_SZ | Self::MULTI_SZ) {
            return None;
        }
        let units = self.bytes.chunks_exact(2).map(|pair| match pair {
            [low, high] => u16::from_le_bytes([*low, *high]),
            _ => 0,
        });
        let text: String =
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        if self.kind == Self::MULTI_SZ {
            return Some(text.split('\0').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(","));
        }
        Some(text.split('\0').next().unwrap_or_default().to_owned())
    }

    /// The raw bytes in lower-case hexadecimal, unseparated.
    #[must_use]
    pub fn hex(&self) -> String {
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
        self.bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }

    /// The name of the type: `REG_DWORD`; `hex(N)` for a number without a name.
    #[must_use]
    pub fn type_name(&self) -> String {
        let name = match self.kind {
            0 => "REG_NONE",
            1 => "REG_SZ",
            2 => "REG_EXPAND_SZ",
            3 => "REG_BINARY",
            4 => "REG_DWORD",
            5 => "REG_DWORD_BIG_ENDIAN",
            6 => "REG_LINK",
            7 => "REG_MULTI_SZ",
            8 => "REG_RESOURCE_LIST",
            9 => "REG_FULL_RESOURCE_DESCRIPTOR",
            10 => "REG_RESOURCE_REQUIREMENTS_LIST",
            11 => "REG_QWORD",
            other => return format!("hex({other:x})"),
        };
        name.to_owned()
    }
}

/// One character as the registry compares it: in upper case, one for one.
///
/// Windows folds names by a table that maps single characters and leaves some alone which Unicode would
/// fold into plain Latin or Greek letters.
fn upper(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_uppercase();
    }
    if matches!(character, 'ı' | 'ſ' | 'µ') {
        return character;
    }
    let mut mapped = character.to_uppercase();
    match (mapped.next(), mapped.next()) {
        (Some(single), None) => single,
        _ => character,
    }
}

/// Compares two names as the registry does.
#[must_use]
pub fn compare(one: &str, two: &str) -> Ordering {
    let (mut rest, mut other) = (one.bytes(), two.bytes());
    // Nearly every name is ASCII: bytes are compared until one is not.
    for position in 0.. {
        match (rest.next(), other.next()) {
            (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() => {
                match a.to_ascii_uppercase().cmp(&b.to_ascii_uppercase()) {
                    Ordering::Equal => {}
                    different @ (Ordering::Less | Ordering::Greater) => return different,
                }
            }
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(_), Some(_)) => {
                let tail = |text: &'_ str| text.get(position..).unwrap_or_default().to_owned();
                return tail(one).chars().map(upper).cmp(tail(two).chars().map(upper));
            }
        }
    }
    Ordering::Equal
}

impl KeyPath {
    /// The names from the root down.
    #[must_use]
    pub fn components(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('\\')
    }

    /// The last name.
    #[must_use]
    pub fn last(&self) -> &str {
        self.components().next_back().unwrap_or_default()
    }

    /// The key above; `None` above a root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('\\').map(|(above, _)| Self(above.to_owned()))
    }

    /// The key of this name below.
    #[must_use]
    pub fn child(&self, name: &str) -> Self {
        Self(format!("{}\\{name}", self.0))
    }

    /// Whether this key is `above` or lies below it.
    #[must_use]
    pub fn is_within(&self, above: &Self) -> bool {
        self.below(above).is_some()
    }

    /// The path from `above` down to this key; empty for the key itself.
    #[must_use]
    pub fn below(&self, above: &Self) -> Option<&str> {
        let mut own = self.0.split_inclusive('\\');
        let mut length = 0;
        for name in above.components() {
            let part = own.next()?;
            if compare(part.strip_suffix('\\').unwrap_or(part), name) != Ordering::Equal {
                return None;
            }
            length += part.len();
        }
        self.0.get(length..)
    }
}

impl ValuePath {
    /// The value `name` of `key`.
    #[must_use]
    pub fn new(key: &str, name: &str) -> Self {
        Self { key: KeyPath(key.to_owned()), name: ValueName(name.to_owned()) }
    }
}

macro_rules! case_insensitive {
    ($name:ident) => {
        impl $name {
            /// The text as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.cmp(other) == Ordering::Equal
            }
        }
        impl Eq for $name {}
        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                compare(&self.0, &other.0)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

case_insensitive!(KeyPath);
case_insensitive!(ValueName);

/// One value set, or deleted where `data` is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryEdit {
    /// Which.
    pub path: ValuePath,
    /// To what.
    pub data: Option<RegData>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_regard_to_case_one_character_for_one() {
        assert_eq!(KeyPath::from("HKEY\\Ärger"), KeyPath::from("hkey\\äRGER"));
        assert_ne!(KeyPath::from("straße"), KeyPath::from("STRASSE"));
        assert_ne!(KeyPath::from("Clıent"), KeyPath::from("Client"));
        assert!(ValueName::from("a") < ValueName::from("B"));
        assert!(ValueName::from("é") > ValueName::from("Z"));
        assert_eq!(compare("aé", "Aë"), "É".cmp("Ë"));
    }

    #[test]
    fn a_key_lies_below_whole_names_only() {
        let key = KeyPath::from(r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet");
        assert_eq!(key.below(&KeyPath::from(r"hkey_local_machine\system")), Some("CurrentControlSet"));
        assert_eq!(key.below(&key.clone()), Some(""));
        assert_eq!(key.below(&KeyPath::from(r"HKEY_LOCAL_MACHINE\SYS")), None);
        assert_eq!(key.parent().unwrap().last(), "SYSTEM");
    }
}
