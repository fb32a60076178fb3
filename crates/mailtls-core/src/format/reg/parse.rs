//! The importer: what Windows does with each line, and why it does nothing with some.
//!
//! Every line stands alone, but for hexadecimal data that goes on. Wrong lines are skipped and never stop
//! the import. What is not told by a Microsoft page is what Wine's test-suite asserts, whose tests run on
//! Windows too.

use super::header::{self, Header};
use super::units::Line;
use crate::arg::Arg;
use crate::registry::{KeyPath, RegData, compare};
use crate::span::Mark;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Where the importer writes.
pub(super) trait Effects {
    /// A key is opened, and created where it is missing.
    fn open(&mut self, line: &Line<'_>, key: &KeyPath);
    /// A key is deleted with everything below it.
    fn delete(&mut self, line: &Line<'_>, key: &KeyPath);
    /// Whether the value of this name of the open key is wanted; one that is not is checked all the same.
    fn wants(&mut self, key: &KeyPath, name: &[u16]) -> bool;
    /// A wanted value is set, or deleted where `data` is `None`. The mark is its first line.
    fn value(&mut self, mark: &Mark, key: &KeyPath, name: &str, data: Option<RegData>);
    /// Something Windows drops or takes differently than it reads.
    fn problem(&mut self, line: &Line<'_>, problem: Found);
    /// The file as a whole is not taken.
    fn refused(&mut self, line: &Line<'_>, code: &'static str);
    /// A line of a file that is not taken.
    fn unread(&mut self, line: &Line<'_>);
}

/// Something found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The code of the problem.
    pub(super) code: &'static str,
    /// For its text.
    pub(super) args: BTreeMap<&'static str, Arg>,
    /// Whether the line, or a part of it, leaves nothing; else it leaves something unexpected.
    pub(super) dropped: bool,
}

impl Found {
    /// The longest text an argument keeps whole, in bytes.
    const SHOWN: usize = 400;

    fn dropped(code: &'static str) -> Self {
        Self { code, args: BTreeMap::new(), dropped: true }
    }

    fn misread(code: &'static str) -> Self {
        Self { code, args: BTreeMap::new(), dropped: false }
    }

    fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        let value = match value.into() {
            Arg::Text(text) if text.len() > Self::SHOWN => {
                Arg::Text(text.chars().take(Self::SHOWN / 4).chain(['…']).collect())
            }
            value @ (Arg::Text(_) | Arg::Number(_)) => value,
        };
        self.args.insert(name, value);
        self
    }
}

/// What the importer is in the middle of.
#[derive(Debug)]
pub(super) struct Parser {
    stage: Stage,
    open: Open,
    hex: Option<Hex>,
    /// How the bytes of strings given in hexadecimal spell characters.
    wide_strings: bool,
    text: Vec<u16>,
    deepest: KeyPath,
    nul_told: bool,
    utf_8_told: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing read. A fragment of a paste need not have a header.
    Header { needed: bool },
    /// Sections and values.
    Lines,
    /// The format of Windows 3.1.
    Windows31,
    /// Nothing more is taken.
    Refused,
}

/// The key that values go to.
#[derive(Debug)]
enum Open {
    Key(KeyPath),
    /// None; the code of the problem tells why.
    None(&'static str),
}

/// Hexadecimal data that goes on in the next line.
#[derive(Debug)]
struct Hex {
    kind: u32,
    bytes: Vec<u8>,
    /// The first line and the name, where the value is wanted.
    wanted: Option<(Mark, String)>,
}

impl Parser {
    /// The most names in a path below its root, and the most a single import creates at once.
    const LEVELS: usize = 512;
    const NEW_LEVELS: usize = 32;
    /// The longest name of a key, and of a value, in UTF-16 units.
    const KEY_NAME: usize = 255;
    const VALUE_NAME: usize = 16_383;

    /// Reads a file, or a fragment of a paste that may lack its header.
    pub(super) fn new(fragment: bool) -> Self {
        Self {
            stage: Stage::Header { needed: !fragment },
            open: Open::None("reg-value-before-key"),
            hex: None,
            wide_strings: true,
            text: Vec::new(),
            deepest: KeyPath::from(""),
            nul_told: false,
            utf_8_told: false,
        }
    }

    /// Takes nothing more.
    pub(super) fn refuse(&mut self, line: &Line<'_>, code: &'static str, effects: &mut dyn Effects) {
        self.stage = Stage::Refused;
        effects.refused(line, code);
        effects.unread(line);
    }

    /// Whether the first line is still to come.
    pub(super) fn is_fresh(&self) -> bool {
        matches!(self.stage, Stage::Header { .. })
    }

    /// Reads one line.
    pub(super) fn line(&mut self, line: &Line<'_>, effects: &mut dyn Effects) {
        let line = self.up_to_nul(line, effects);
        if line.cut {
            effects.problem(&line, Found::dropped("reg-line-too-long"));
            self.hex = None;
            return;
        }
        match self.stage {
            Stage::Header { needed } => self.header(&line, needed, effects),
            Stage::Lines => self.body(&line, effects),
            Stage::Windows31 => self.windows_31(&line, effects),
            Stage::Refused => effects.unread(&line),
        }
    }

    /// The input is over; the data so far of a value that goes on is stored.
    pub(super) fn finish(&mut self, effects: &mut dyn Effects) {
        if let Some(hex) = self.hex.take() {
            self.store_hex(hex, true, effects);
        }
    }

    /// Importers work on zero-terminated text: what follows a NUL is lost.
    fn up_to_nul<'a>(&mut self, line: &Line<'a>, effects: &mut dyn Effects) -> Line<'a> {
        let Some(position) = line.units.iter().position(|unit| *unit == 0) else { return *line };
        // Of a file that is not taken nothing more is told than that.
        if self.stage != Stage::Refused && (!self.nul_told || position > 0) {
            self.nul_told = true;
            effects.problem(line, Found::dropped("reg-nul"));
        }
        Line { units: line.units.get(..position).unwrap_or_default(), ..*line }
    }

    fn header(&mut self, line: &Line<'_>, needed: bool, effects: &mut dyn Effects) {
        let read = header::read(line);
        if !needed && (line.units.iter().all(|unit| is_blank(*unit)) || line.units.first() == Some(&0x3B)) {
            return;
        }
        self.stage = Stage::Lines;
        match read {
            Header::Version5 => {}
            Header::Version4 => self.wide_strings = false,
            Header::Windows31 => {
                self.stage = Stage::Windows31;
                effects.problem(line, Found::misread("reg-windows-31"));
            }
            Header::Silent => self.refuse(line, "reg-header-silent", effects),
            Header::Refused(code) if needed => self.refuse(line, code, effects),
            Header::Refused(code) => {
                if header::resembles(&line.readable()) {
                    self.refuse(line, code, effects);
                } else {
                    self.body(line, effects);
                }
            }
        }
    }

    fn body(&mut self, line: &Line<'_>, effects: &mut dyn Effects) {
        if !self.utf_8_told && line.is_unmarked_utf_8() {
            self.utf_8_told = true;
            effects.problem(line, Found::misread("reg-utf8-without-mark"));
        }
        if self.hex.is_some() {
            self.hex_goes_on(line, effects);
            return;
        }
        let rest = skip_blanks(line.units);
        match rest {
            [OPEN_BRACKET, rest @ ..] => self.section(line, rest, effects),
            [QUOTE, rest @ ..] => self.named_value(line, rest, effects),
            [AT, rest @ ..] => {
                self.text.clear();
                self.value(line, rest, effects);
            }
            [] | [SEMICOLON | HASH, ..] => {}
            _ => {
                if let Some(found) = ignored(&line.readable()) {
                    effects.problem(line, found);
                }
            }
        }
    }

    fn section(&mut self, line: &Line<'_>, rest: &[u16], effects: &mut dyn Effects) {
        let open_still = match &self.open {
            Open::Key(key) => key.as_str().to_owned(),
            Open::None(_) => String::new(),
        };
        if rest.first().is_some_and(|unit| is_blank(*unit)) {
            effects.problem(line, Found::dropped("reg-key-blank-first").arg("open", open_still));
            return;
        }
        let Some(end) = rest.iter().rposition(|unit| *unit == CLOSE_BRACKET) else {
            effects.problem(line, Found::dropped("reg-key-unclosed").arg("open", open_still));
            return;
        };
        let (inside, after) = rest.split_at(end);
        let (delete, path) = match inside {
            [MINUS, path @ ..] => (true, path),
            path => (false, path),
        };
        let text = line.stored_text(path);
        match self.key_path(&text) {
            Ok(key) if delete && key.parent().is_none() => {
                self.open = Open::None("reg-value-after-deleted-key");
                effects.problem(line, Found::dropped("reg-root-not-deleted").arg("key", text.as_str()));
            }
            Ok(key) if delete => {
                effects.delete(line, &key);
                self.open = Open::None("reg-value-after-deleted-key");
            }
            Ok(key) => {
                effects.open(line, &key);
                self.deepest = key.clone();
                self.open = Open::Key(key);
            }
            Err(code) => {
                self.open = Open::None(if delete {
                    "reg-value-after-deleted-key"
                } else {
                    "reg-value-after-failed-key"
                });
                effects.problem(line, Found::dropped(code).arg("key", text.as_str()));
            }
        }
        for found in in_section(&text, &line.readable_after(after.get(1..).unwrap_or_default())) {
            effects.problem(line, found);
        }
    }

    /// The key that a path names, or why there is none.
    fn key_path(&self, text: &str) -> Result<KeyPath, &'static str> {
        let (root, below) = text.split_once('\\').unwrap_or((text, ""));
        let Some(root) = ROOTS.iter().find(|known| compare(known, root) == Ordering::Equal) else {
            return Err(bad_root(root));
        };
        if below.starts_with('\\') && !below.trim_start_matches('\\').is_empty() {
            return Err("reg-backslash-double");
        }
        // Further on, repeated and trailing backslashes count as one and as none.
        let names: Vec<&str> = below.split('\\').filter(|name| !name.is_empty()).collect();
        if names.iter().any(|name| name.encode_utf16().count() > Self::KEY_NAME) {
            return Err("reg-key-name-too-long");
        }
        if names.len() > Self::LEVELS {
            return Err("reg-key-too-deep");
        }
        let mut path = (*root).to_owned();
        for name in &names {
            path.push('\\');
            path.push_str(name);
        }
        let key = KeyPath(path);
        let shared = key
            .components()
            .zip(self.deepest.components())
            .take_while(|(one, two)| compare(one, two) == Ordering::Equal)
            .count();
        if names.len() > Self::NEW_LEVELS + shared.max(ASSUMED_LEVELS) {
            return Err("reg-key-too-many-new");
        }
        Ok(key)
    }

    fn named_value(&mut self, line: &Line<'_>, rest: &[u16], effects: &mut dyn Effects) {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let read = unescape(rest, &mut text);
        self.text = text;
        match read {
            Ok(rest) => {
                // A plain name need not be looked at closely.
                let is_plain = self.text.iter().all(|unit| (0x21..0x80).contains(unit));
                if !is_plain && let Some(found) = odd_name(&line.stored_text(&self.text)) {
                    effects.problem(line, found);
                }
                self.value(line, rest, effects);
            }
            Err(Unread::Unclosed) => effects.problem(line, Found::dropped("reg-name-unclosed")),
            Err(Unread::Zero) => effects.problem(line, Found::dropped("reg-escape-zero")),
        }
    }

    /// What follows the name of a value, which is in `self.text`.
    fn value(&mut self, line: &Line<'_>, rest: &[u16], effects: &mut dyn Effects) {
        let [EQUALS, rest @ ..] = skip_blanks(rest) else {
            effects.problem(line, Found::dropped("reg-equals-missing"));
            return;
        };
        let rest = trim_end(skip_blanks(rest));
        let wanted = match &self.open {
            Open::None(_) => false,
            Open::Key(key) => effects.wants(key, &line.stored(&self.text)),
        };
        let data = match rest {
            [MINUS, rest @ ..] => {
                if ends(rest) {
                    Ok(None)
                } else {
                    Err(Found::dropped("reg-delete-trailing"))
                }
            }
            [QUOTE, rest @ ..] => string(line, rest, wanted, effects),
            [D, W, O, R, DD, COLON, rest @ ..] => dword(line, rest).map(Some),
            [H, E, X, COLON, rest @ ..] => {
                self.hex(line, rest, RegData::BINARY, wanted, effects);
                return;
            }
            [H, E, X, OPEN_PAREN, rest @ ..] => match hex_kind(rest) {
                Some((kind, rest)) => {
                    self.hex(line, rest, kind, wanted, effects);
                    return;
                }
                None => Err(Found::dropped("reg-hex-type")),
            },
            _ => Err(unknown_data(&line.readable_after(rest))),
        };
        match data {
            Ok(data) => self.store(line, data, wanted, effects),
            Err(found) => effects.problem(line, found),
        }
    }

    fn store(&self, line: &Line<'_>, data: Option<RegData>, wanted: bool, effects: &mut dyn Effects) {
        match &self.open {
            Open::None(code) => effects.problem(line, Found::dropped(code)),
            Open::Key(_) if self.text.len() > Self::VALUE_NAME => {
                effects.problem(line, Found::dropped("reg-name-too-long"));
            }
            Open::Key(key) if wanted => {
                effects.value(&line.mark(), key, &line.stored_text(&self.text), data);
            }
            Open::Key(_) => {}
        }
    }

    /// Hexadecimal data, first line.
    fn hex(&mut self, line: &Line<'_>, rest: &[u16], kind: u32, wanted: bool, effects: &mut dyn Effects) {
        if let Open::None(code) = self.open {
            effects.problem(line, Found::dropped(code));
        } else if self.text.len() > Self::VALUE_NAME {
            effects.problem(line, Found::dropped("reg-name-too-long"));
        }
        let wanted = (wanted && self.text.len() <= Self::VALUE_NAME)
            .then(|| (line.mark(), line.stored_text(&self.text)));
        self.hex_bytes(line, rest, Hex { kind, bytes: Vec::new(), wanted }, true, effects);
    }

    fn hex_bytes(
        &mut self,
        line: &Line<'_>,
        rest: &[u16],
        mut hex: Hex,
        first: bool,
        effects: &mut dyn Effects,
    ) {
        if first && rest.is_empty() {
            self.store_hex(hex, false, effects);
            return;
        }
        match bytes(rest, hex.wanted.is_some(), &mut hex.bytes) {
            Ok(Ending::Over) => self.store_hex(hex, true, effects),
            Ok(Ending::GoesOn) => self.hex = Some(hex),
            Err(code) => effects.problem(line, Found::dropped(code)),
        }
    }

    /// A line after hexadecimal data that goes on. Whatever it is, it is no line of its own any more.
    fn hex_goes_on(&mut self, line: &Line<'_>, effects: &mut dyn Effects) {
        let rest = skip_blanks(line.units);
        match rest {
            [] | [SEMICOLON, ..] => {}
            [unit, ..] if digit(*unit).is_some() => {
                if let Some(hex) = self.hex.take() {
                    self.hex_bytes(line, rest, hex, false, effects);
                }
            }
            _ => {
                self.hex = None;
                effects.problem(line, Found::dropped("reg-hex-swallows"));
            }
        }
    }

    fn store_hex(&self, hex: Hex, terminate: bool, effects: &mut dyn Effects) {
        let Hex { kind, mut bytes, wanted } = hex;
        let (Open::Key(key), Some((mark, name))) = (&self.open, wanted) else { return };
        let is_text = matches!(kind, RegData::SZ | RegData::EXPAND_SZ | RegData::MULTI_SZ);
        if is_text && terminate && !bytes.is_empty() {
            if !self.wide_strings {
                if bytes.last() != Some(&0) {
                    bytes.push(0);
                }
                let text = crate::decode::windows_1252(&bytes);
                bytes = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            } else if bytes.len().is_multiple_of(2) && !bytes.ends_with(&[0, 0]) {
                bytes.extend([0, 0]);
            }
        }
        effects.value(&mark, key, &name, Some(RegData { kind, bytes }));
    }

    /// `HKEY_CLASSES_ROOT\path = text`, and nothing else.
    fn windows_31(&mut self, line: &Line<'_>, effects: &mut dyn Effects) {
        let root: Vec<u16> = "HKEY_CLASSES_ROOT".encode_utf16().collect();
        if !line.units.starts_with(&root) {
            if !line.units.iter().all(|unit| is_blank(*unit)) {
                effects.problem(line, Found::dropped("reg-windows-31-line"));
            }
            return;
        }
        let end = line.units.iter().position(|unit| is_space(*unit)).unwrap_or(line.units.len());
        let (path, rest) = line.units.split_at(end);
        let mut rest = skip_blanks(rest);
        if let [EQUALS, after @ ..] = rest {
            rest = after;
        }
        if let [SPACE, after @ ..] = rest {
            rest = after;
        }
        let text = line.stored_text(path);
        match self.key_path(&text) {
            Ok(key) => {
                effects.open(line, &key);
                self.deepest = key.clone();
                if effects.wants(&key, &[]) {
                    let data = RegData::string_of(&line.stored(rest));
                    effects.value(&line.mark(), &key, "", Some(data));
                }
            }
            Err(code) => effects.problem(line, Found::dropped(code).arg("key", text.as_str())),
        }
    }
}

/// The roots an importer knows, by their long names alone.
const ROOTS: [&str; 6] = [
    "HKEY_LOCAL_MACHINE",
    "HKEY_CURRENT_USER",
    "HKEY_CLASSES_ROOT",
    "HKEY_USERS",
    "HKEY_CURRENT_CONFIG",
    "HKEY_DYN_DATA",
];

/// How many names of a path are taken to exist before the import: `SYSTEM`, `CurrentControlSet`,
/// `Control`, `SecurityProviders`, `SCHANNEL`.
const ASSUMED_LEVELS: usize = 5;

const SPACE: u16 = 0x20;
const TAB: u16 = 0x09;
const QUOTE: u16 = 0x22;
const HASH: u16 = 0x23;
const OPEN_PAREN: u16 = 0x28;
const CLOSE_PAREN: u16 = 0x29;
const PLUS: u16 = 0x2B;
const COMMA: u16 = 0x2C;
const MINUS: u16 = 0x2D;
const ZERO: u16 = 0x30;
const COLON: u16 = 0x3A;
const SEMICOLON: u16 = 0x3B;
const EQUALS: u16 = 0x3D;
const AT: u16 = 0x40;
const OPEN_BRACKET: u16 = 0x5B;
const BACKSLASH: u16 = 0x5C;
const CLOSE_BRACKET: u16 = 0x5D;
const D: u16 = 0x64;
const DD: u16 = 0x64;
const E: u16 = 0x65;
const H: u16 = 0x68;
const N: u16 = 0x6E;
const O: u16 = 0x6F;
const R: u16 = 0x72;
const W: u16 = 0x77;
const X: u16 = 0x78;

const fn is_blank(unit: u16) -> bool {
    matches!(unit, SPACE | TAB)
}

/// White space to the C library: what numbers skip before them, and what ends a path of Windows 3.1.
const fn is_space(unit: u16) -> bool {
    matches!(unit, SPACE | 0x09..=0x0D | 0xA0)
}

fn skip_blanks(mut units: &[u16]) -> &[u16] {
    while let [SPACE | TAB, rest @ ..] = units {
        units = rest;
    }
    units
}

fn trim_end(mut units: &[u16]) -> &[u16] {
    while let [rest @ .., SPACE | TAB] = units {
        units = rest;
    }
    units
}

/// Whether nothing but blanks and a comment follows.
fn ends(units: &[u16]) -> bool {
    matches!(skip_blanks(units), [] | [SEMICOLON, ..])
}

const fn digit(unit: u16) -> Option<u32> {
    match unit {
        0x30..=0x39 => Some(unit as u32 - 0x30),
        0x41..=0x46 => Some(unit as u32 - 0x41 + 10),
        0x61..=0x66 => Some(unit as u32 - 0x61 + 10),
        _ => None,
    }
}

/// Why a quoted text cannot be read.
enum Unread {
    Unclosed,
    Zero,
}

/// Reads up to the closing quote and gives what follows it.
fn unescape<'a>(mut units: &'a [u16], text: &mut Vec<u16>) -> Result<&'a [u16], Unread> {
    loop {
        let plain =
            units.iter().position(|unit| matches!(*unit, QUOTE | BACKSLASH)).ok_or(Unread::Unclosed)?;
        let (before, rest) = units.split_at(plain);
        text.extend_from_slice(before);
        match rest {
            [BACKSLASH, ZERO, ..] => return Err(Unread::Zero),
            [BACKSLASH, escaped, rest @ ..] => {
                text.push(match *escaped {
                    N => 10,
                    R => 13,
                    other => other,
                });
                units = rest;
            }
            [QUOTE, rest @ ..] => return Ok(rest),
            _ => return Err(Unread::Unclosed),
        }
    }
}

fn string(
    line: &Line<'_>,
    rest: &[u16],
    wanted: bool,
    effects: &mut dyn Effects,
) -> Result<Option<RegData>, Found> {
    let mut text = Vec::new();
    let after = match unescape(rest, &mut text) {
        Ok(after) => after,
        Err(Unread::Unclosed) => return Err(Found::dropped("reg-string-unclosed")),
        Err(Unread::Zero) => return Err(Found::dropped("reg-escape-zero")),
    };
    if !ends(after) {
        return Err(Found::dropped(match skip_blanks(after) {
            [HASH, ..] => "reg-hash-comment",
            _ => "reg-string-trailing",
        }));
    }
    if rest.contains(&BACKSLASH) && has_unknown_escape(rest) {
        effects.problem(line, Found::misread("reg-escape-unknown"));
    }
    Ok(Some(if wanted {
        RegData::string_of(&line.stored(&text))
    } else {
        RegData { kind: 1, bytes: Vec::new() }
    }))
}

fn has_unknown_escape(mut units: &[u16]) -> bool {
    loop {
        match units {
            [BACKSLASH, BACKSLASH | QUOTE | N | R, rest @ ..] => units = rest,
            [BACKSLASH, ..] => return true,
            [] | [QUOTE, ..] => return false,
            [_, rest @ ..] => units = rest,
        }
    }
}

fn dword(line: &Line<'_>, rest: &[u16]) -> Result<RegData, Found> {
    let start = skip_blanks(rest);
    let count = start.iter().take_while(|unit| digit(**unit).is_some()).count();
    let (digits, after) = start.split_at(count);
    if !start.is_empty() && count <= 8 && ends(after) {
        // No digit at all before a comment gives 0.
        let number =
            digits.iter().filter_map(|unit| digit(*unit)).fold(0, |number, digit| (number << 4) | digit);
        return Ok(RegData::dword(number));
    }
    let after_blanks = skip_blanks(after);
    Err(if start.is_empty() {
        Found::dropped("reg-dword-empty")
    } else if count > 8 && ends(after) {
        Found::dropped("reg-dword-digits").arg("digits", count as u64)
    } else if matches!(start, [ZERO, X | 0x58, ..]) {
        Found::dropped("reg-dword-0x")
    } else if after_blanks.first() == Some(&HASH) || after_blanks.starts_with(&[0x2F, 0x2F]) {
        Found::dropped("reg-hash-comment")
    } else if after_blanks.first() == Some(&BACKSLASH) {
        Found::dropped("reg-dword-continued")
    } else {
        Found::dropped("reg-dword-damaged").arg("data", line.readable_after(start))
    })
}

/// The number in `hex(N):` and what follows the colon.
fn hex_kind(units: &[u16]) -> Option<(u32, &[u16])> {
    if matches!(units, [_, X | 0x58, ..]) {
        return None;
    }
    let (number, rest) = number(units);
    let [CLOSE_PAREN, COLON, rest @ ..] = rest else { return None };
    // Eight digits fit, and a number that does not is an error.
    let (kind, fits) = number.map_or((0, true), |number| number);
    fits.then_some((kind, rest))
}

/// A number as the C library reads it in base 16: leading white space, a sign and `0x` allowed. The
/// number comes with whether it fits 32 bits; `None` where there is no digit.
fn number(units: &[u16]) -> (Option<(u32, bool)>, &[u16]) {
    let mut rest = units;
    while let [unit, after @ ..] = rest {
        if !is_space(*unit) {
            break;
        }
        rest = after;
    }
    let negative = rest.first() == Some(&MINUS);
    if let [PLUS | MINUS, after @ ..] = rest {
        rest = after;
    }
    if let [ZERO, X | 0x58, after @ ..] = rest
        && after.first().is_some_and(|unit| digit(*unit).is_some())
    {
        rest = after;
    }
    let mut value: u32 = 0;
    let mut fits = true;
    let mut any = false;
    while let [unit, after @ ..] = rest {
        let Some(digit) = digit(*unit) else { break };
        fits &= value < 1 << 28;
        value = (value << 4) | digit;
        any = true;
        rest = after;
    }
    if !any {
        return (None, units);
    }
    (Some((if negative { value.wrapping_neg() } else { value }, fits)), rest)
}

/// How a line of hexadecimal data ends.
enum Ending {
    Over,
    GoesOn,
}

/// Reads bytes separated by commas; `keep` tells whether anybody wants them.
fn bytes(mut units: &[u16], keep: bool, bytes: &mut Vec<u8>) -> Result<Ending, &'static str> {
    while !units.is_empty() {
        // The form of every export.
        if let [high, low, COMMA, rest @ ..] = units
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            if keep {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
            }
            units = rest;
            continue;
        }
        let (read, rest) = number(units);
        let Some((value, fits)) = read else {
            return match skip_blanks(units) {
                [BACKSLASH, rest @ ..] if ends(rest) => Ok(Ending::GoesOn),
                [BACKSLASH, ..] => Err("reg-hex-backslash"),
                [SEMICOLON, ..] => Ok(Ending::Over),
                _ => Err("reg-hex-damaged"),
            };
        };
        let Some(byte) = u8::try_from(value).ok().filter(|_| fits) else { return Err("reg-hex-byte-large") };
        if keep {
            bytes.push(byte);
        }
        match rest {
            [] => return Ok(Ending::Over),
            [COMMA, rest @ ..] => units = rest,
            _ => {
                return match skip_blanks(rest) {
                    [] | [SEMICOLON, ..] => Ok(Ending::Over),
                    [BACKSLASH, ..] => Err("reg-hex-comma-missing"),
                    _ => Err("reg-hex-damaged"),
                };
            }
        }
    }
    Ok(Ending::Over)
}

/// Why a root is none.
fn bad_root(root: &str) -> &'static str {
    let upper = root.trim().to_uppercase();
    if matches!(upper.as_str(), "HKLM" | "HKCU" | "HKCR" | "HKU" | "HKCC" | "HKLM:" | "HKCU:") {
        return "reg-root-short";
    }
    if ROOTS.iter().any(|known| upper.starts_with(known)) && upper.len() > "HKEY_LOCAL_MACHINE".len() + 2 {
        return "reg-backslash-missing";
    }
    if matches!(upper.as_str(), "COMPUTER" | "EQUIPO" | "COMPUTADOR" | "ORDINATEUR") {
        return "reg-root-computer";
    }
    "reg-root-unknown"
}

/// What is odd about a section that is taken: its path, and what follows the last bracket.
fn in_section(path: &str, after: &str) -> Vec<Found> {
    let mut found = Vec::new();
    if path.contains(']') {
        let code =
            if path.matches("HKEY_").count() > 1 { "reg-keys-on-one-line" } else { "reg-bracket-in-key" };
        found.push(Found::dropped(code));
    }
    let after = after.trim();
    if !after.is_empty() && !after.starts_with([';', '#']) && !after.starts_with("//") {
        found.push(Found::dropped("reg-text-after-key").arg("text", after));
    }
    if path.split('\\').any(|name| name.trim_matches([' ', '\t']) != name) {
        found.push(Found::misread("reg-blank-in-key"));
    }
    if path.chars().any(is_invisible) {
        found.push(Found::misread("reg-invisible-in-key"));
    }
    if path.contains("**") || path.contains('`') {
        found.push(Found::misread("reg-markup-in-key"));
    }
    found
}

/// What is odd about the name of a value that is taken.
fn odd_name(name: &str) -> Option<Found> {
    if name.trim_matches([' ', '\t']) != name {
        return Some(Found::misread("reg-blank-in-name").arg("name", name));
    }
    name.chars().any(is_invisible).then(|| Found::misread("reg-invisible-in-name").arg("name", name))
}

/// Blanks that are none to Windows, and characters that show nothing.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{A0}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}'
            | '\u{202A}'..='\u{202F}' | '\u{2060}' | '\u{3000}' | '\u{FEFF}' | '\u{0B}' | '\u{0C}'
    )
}

/// Quotes that are none to Windows.
pub(super) fn is_typographic_quote(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‹' | '›' | '＂' | '″')
}

/// Why data of no known type is none.
fn unknown_data(data: &str) -> Found {
    let lower = data.to_lowercase();
    let code = if data.is_empty() {
        "reg-data-missing"
    } else if data.starts_with(is_typographic_quote) {
        "reg-quotes-typographic"
    } else if lower.contains('：') {
        "reg-colon-full-width"
    } else if lower.starts_with("dword:") || lower.starts_with("hex:") || lower.starts_with("hex(") {
        "reg-type-case"
    } else if data.chars().any(is_invisible) {
        "reg-blank-not-plain"
    } else if lower.starts_with("dword") || lower.starts_with("hex") {
        "reg-type-damaged"
    } else if lower.starts_with(|character: char| character.is_ascii_digit()) {
        "reg-type-missing"
    } else {
        "reg-type-unknown"
    };
    Found::dropped(code).arg("data", data)
}

/// Why a line is none that Windows knows; `None` for one that says nothing.
fn ignored(text: &str) -> Option<Found> {
    let trimmed = text.trim_start_matches([' ', '\t']);
    let first = trimmed.chars().next()?;
    let bare = trimmed.trim_matches(|character: char| character.is_whitespace() || is_invisible(character));
    let upper = bare.to_uppercase();
    let code = if bare.is_empty() || is_invisible(first) {
        "reg-blank-not-plain"
    } else if is_typographic_quote(first) {
        "reg-quotes-typographic"
    } else if header::resembles(bare) {
        "reg-header-again"
    } else if matches!(first, '-' | '*' | '•' | '·' | '–' | '—' | '+' | '>' | 'o') && is_bulleted(trimmed)
    {
        "reg-bullet"
    } else if matches!(first, '*' | '`' | '<' | '&' | '|' | '\\' | '_') {
        "reg-markup"
    } else if upper.starts_with("HKEY_") || upper.starts_with("HKLM") || upper.starts_with("-HKEY_") {
        "reg-key-without-bracket"
    } else if first == '\'' {
        "reg-quotes-single"
    } else if is_stray_hex(bare) {
        "reg-hex-stray"
    } else if bare.contains('=') && !bare.contains(". ") {
        "reg-name-unquoted"
    } else {
        "reg-line-unknown"
    };
    Some(Found::dropped(code))
}

/// Whether a list mark stands before a section or a value.
fn is_bulleted(text: &str) -> bool {
    let rest = text.trim_start_matches(['-', '*', '•', '·', '–', '—', '+', '>', 'o']);
    rest.trim_start().starts_with(['[', '"', '@']) || rest.trim_start().to_uppercase().starts_with("HKEY_")
}

/// Whether a line is nothing but hexadecimal bytes: data whose first line was lost.
fn is_stray_hex(text: &str) -> bool {
    let bytes = text.trim_end_matches(['\\', ',']);
    bytes.split(',').all(|byte| byte.len() == 2 && byte.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

impl Line<'_> {
    /// A part of the line as a person reads it.
    fn readable_after(&self, units: &[u16]) -> String {
        Line { units, ..*self }.readable()
    }
}
