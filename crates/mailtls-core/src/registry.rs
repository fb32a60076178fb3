//! Registry paths and data, shared by everything that reads or writes them.

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

    /// The number, if this is a `REG_DWORD` of four bytes.
    #[must_use]
    pub fn as_dword(&self) -> Option<u32> {
        match (self.kind, <[u8; 4]>::try_from(self.bytes.as_slice())) {
            (Self::DWORD, Ok(bytes)) => Some(u32::from_le_bytes(bytes)),
            _ => None,
        }
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

macro_rules! case_insensitive {
    ($name:ident) => {
        impl $name {
            /// The text as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
            fn folded(&self) -> impl Iterator<Item = char> + '_ {
                self.0.chars().flat_map(char::to_uppercase)
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.folded().eq(other.folded())
            }
        }
        impl Eq for $name {}
        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.folded().cmp(other.folded())
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
