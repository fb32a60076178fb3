#![expect(clippy::print_stdout, reason = "a comparison that did not run says so")]
//! What a real `regedit` leaves is what `format::reg::import` says it leaves: to the byte, for our own
//! files and for hundreds of damaged ones.
//!
//! Runs where `MAILTLS_WINE=1` asks for it, as `cargo xtask test wine` does; `MAILTLS_WINE_SEED` and
//! `MAILTLS_WINE_FILES` choose other files. Wine's importer passes the tests that Windows passes. Where it
//! is known to differ from Windows, [`DIFFERENCES`] says so by name.

use crate::laws_fix;
use mailtls_core::fix::reg_text;
use mailtls_core::format::reg::{RegistryState, import};
use mailtls_core::registry::RegData;
use mailtls_core::report::Report;
use mailtls_core::session::{Options, diagnose};
use mailtls_core::vocabulary::Profile;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The key all files write below, so that one export shows what each of them left.
const ROOT: &str = r"HKEY_CURRENT_USER\Software\mailtls";

/// A registry: per key its values by name, all in upper case, with the name of the type and the bytes.
type Registry = BTreeMap<String, BTreeMap<String, String>>;

/// A point where Wine does not do what Windows is documented or reported to do.
struct Difference {
    name: &'static str,
    why: &'static str,
    file: &'static [u8],
}

const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "utf-8-mark",
        why: "current Windows is reported to take a file that begins with the mark of UTF-8; Wine refuses it",
        file: b"\xEF\xBB\xBFWindows Registry Editor Version 5.00\r\n\r\n[{KEY}]\r\n\"a\"=dword:1\r\n",
    },
    Difference {
        name: "strings-in-hexadecimal-follow-the-header",
        why: "version 5 means UTF-16 bytes and REGEDIT4 means ANSI bytes; Wine goes by the encoding of the file",
        file: b"Windows Registry Editor Version 5.00\r\n\r\n[{KEY}]\r\n\"a\"=hex(2):41,00,42,00,00,00\r\n",
    },
    Difference {
        name: "levels-at-once",
        why: "one call of Windows creates at most 32 levels of keys; Wine creates any number",
        file: b"Windows Registry Editor Version 5.00\r\n\r\n[{KEY}\\1\\2\\3\\4\\5\\6\\7\\8\\9\\10\\11\\12\\13\\14\\15\\16\\17\\18\\19\\20\\21\\22\\23\\24\\25\\26\\27\\28\\29\\30\\31\\32\\33\\34\\35\\36\\37\\38\\39\\40]\r\n\"a\"=dword:1\r\n",
    },
    Difference {
        name: "rest-after-an-escaped-end",
        why: "Windows skips a string that ends in a backslash; Wine skips the rest of the file too",
        file: b"Windows Registry Editor Version 5.00\r\n\r\n[{KEY}]\r\n\"a\"=\"b\\\r\n\"b\"=dword:1\r\n",
    },
    Difference {
        name: "rest-after-an-escaped-zero",
        why: "Windows skips a string with `\\0` in it; Wine skips the rest of the file too",
        file: b"Windows Registry Editor Version 5.00\r\n\r\n[{KEY}]\r\n\"a\"=\"\\0\"\r\n\"b\"=dword:1\r\n",
    },
    Difference {
        name: "text-after-nul",
        why: "Wine loses what follows a NUL up to the end of its buffer; here the rest of the line is lost",
        file: b"Windows Registry Editor Version 5.00\r\n\r\n[{KEY}]\r\n\"a\"=dword:1\0\r\n\"b\"=dword:1\r\n",
    },
];

#[test]
fn regedit_leaves_what_we_say_it_leaves() {
    let Some(wine) = Wine::start() else { return };
    let seed = number("MAILTLS_WINE_SEED").unwrap_or(20_211);
    let count = number("MAILTLS_WINE_FILES").unwrap_or(400);
    let mut files: Vec<(String, Vec<u8>)> = own_files();
    let own = files.len();
    let mut random = Random(seed);
    for index in 0..count {
        let key = format!(r"{ROOT}\r{index:04}");
        files.push((format!("r{index:04}"), random.file(&key)));
    }
    let left = wine.import(&files, 100);
    let mut wrong = Vec::new();
    for (name, bytes) in &files {
        let key = format!(r"{ROOT}\{name}");
        let ours = below(&expected(&import(bytes)), &key);
        let theirs = below(&left, &key);
        if ours != theirs {
            wrong.push(format!("{name}\n  ours   {ours:?}\n  theirs {theirs:?}\n  {}", shown(bytes)));
        }
    }
    assert!(
        wrong.is_empty(),
        "seed {seed}: {} of {} files differ\n{}",
        wrong.len(),
        files.len(),
        wrong[..wrong.len().min(5)].join("\n")
    );
    println!("{own} own and {count} damaged files, seed {seed}: regedit leaves what we say");
}

#[test]
fn known_differences_between_wine_and_windows_are_still_there() {
    let Some(wine) = Wine::start() else { return };
    let key = |difference: &Difference| format!(r"{ROOT}\d-{}", difference.name);
    let files: Vec<(String, Vec<u8>)> = DIFFERENCES
        .iter()
        .map(|difference| {
            let text = difference.file.to_vec();
            (format!("d-{}", difference.name), replace(&text, b"{KEY}", key(difference).as_bytes()))
        })
        .collect();
    let left = wine.import(&files, 1);
    for (difference, (_, bytes)) in DIFFERENCES.iter().zip(&files) {
        let ours = below(&expected(&import(bytes)), &key(difference));
        let theirs = below(&left, &key(difference));
        assert_ne!(ours, theirs, "{} is no difference any more: {}", difference.name, difference.why);
        println!("known difference {}: {}", difference.name, difference.why);
    }
}

/// The damaged file, the fix and the undo are imported one after the other; what regedit leaves is judged.
#[test]
fn the_fix_heals_and_the_undo_restores_in_a_real_registry() {
    let Some(wine) = Wine::start() else { return };
    let mut random = laws_fix::Random(0x5DEE_CE66_D1CE_4E5B);
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut cases = Vec::new();
    for index in 0..60 {
        let damaged = laws_fix::registry(&mut random);
        let profile = Profile::ALL[index % Profile::ALL.len()];
        let before = judged(&damaged, profile);
        let Some(fix) = before.fix.clone() else { continue };
        for (state, steps) in
            [("healed", &[&damaged, &fix.reg][..]), ("undone", &[&damaged, &fix.reg, &fix.undo])]
        {
            for (step, text) in steps.iter().enumerate() {
                let moved = text.replace("[HKEY_LOCAL_MACHINE", &format!(r"[{ROOT}\{state}-{index}"));
                files.push((format!("{state}-{index}-{step}"), reg_text::to_bytes(&moved)));
            }
        }
        cases.push((index, profile, before, fix));
    }
    let left = wine.import(&files, 60);
    for (index, profile, before, fix) in &cases {
        let healed = judged(&listed(&left, &format!(r"{ROOT}\healed-{index}")), *profile);
        assert_eq!(
            healed.no_fix.map(|reason| reason.code).as_deref(),
            Some("already-right"),
            "{index}: {}",
            fix.reg
        );
        for role in
            [&healed.registry.protocols["TLS 1.2"].client, &healed.registry.protocols["TLS 1.2"].server]
        {
            assert_eq!(role.effective, Some(true), "{index}: {}", fix.reg);
        }
        let undone = judged(&listed(&left, &format!(r"{ROOT}\undone-{index}")), *profile);
        for edit in &fix.edits {
            let there = |report: &Report| {
                let value = laws_fix::value(report, &edit.key, &edit.name);
                value.and_then(|value| Some((value.kind.clone()?, value.hex.clone())))
            };
            assert_eq!(there(&undone), there(before), "{index}: {} {}\n{}", edit.key, edit.name, fix.undo);
        }
    }
    println!("{} fixes and their undos: regedit leaves what they promise", cases.len());
}

fn judged(text: &str, profile: Profile) -> Report {
    diagnose([("server.reg", text.as_bytes())], &Options { profile, ..Options::default() })
}

/// What is below `top`, as an export of a whole computer.
fn listed(registry: &Registry, top: &str) -> String {
    let mut text = String::from("Windows Registry Editor Version 5.00\r\n");
    for (key, values) in below(registry, top) {
        text.push_str(&format!("\r\n[HKEY_LOCAL_MACHINE{}]\r\n", &key[top.len()..]));
        for (name, data) in values {
            let (kind, hex) = data.split_once(' ').unwrap_or((&data, ""));
            let number = (0..=11)
                .find(|kind_number| RegData { kind: *kind_number, bytes: Vec::new() }.type_name() == kind);
            let bytes: Vec<&str> = (0..hex.len() / 2).map(|at| &hex[at * 2..at * 2 + 2]).collect();
            let number = number.expect("a named type");
            text.push_str(&format!("\"{name}\"=hex({number:x}):{}\r\n", bytes.join(",")));
        }
    }
    text
}

/// Wine in a prefix of its own.
struct Wine {
    folder: PathBuf,
    /// One prefix serves every test, one at a time, whether they are threads or, as under nextest,
    /// processes. Let go when it is closed.
    _turn: fs::File,
}

impl Wine {
    fn start() -> Option<Self> {
        if std::env::var_os("MAILTLS_WINE").is_none() {
            println!("SKIPPED: set MAILTLS_WINE=1 to compare with Wine's regedit");
            return None;
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine").join("files");
        fs::create_dir_all(&folder).expect("the target folder can be written");
        let turn = fs::File::create(folder.with_file_name("turn")).expect("the target folder can be written");
        turn.lock().expect("files can be locked");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the target folder can be written");
        let wine = Self { folder, _turn: turn };
        assert!(
            wine.run("wine", &["wineboot", "-i"]),
            "MAILTLS_WINE asks for Wine, which is not installed (apt-get install --no-install-recommends wine wine64)"
        );
        wine.run("wineserver", &["-p60"]);
        Some(wine)
    }

    /// Runs one program without any pipe, which Wine's background processes would keep open. Regedit gives
    /// up where it cannot print its complaints.
    fn run(&self, program: &str, arguments: &[&str]) -> bool {
        let complaints = || {
            let file = fs::OpenOptions::new().create(true).append(true).open(self.folder.join("complaints"));
            file.map_or_else(|_| Stdio::null(), Stdio::from)
        };
        Command::new(program)
            .args(arguments)
            .current_dir(&self.folder)
            .env("WINEPREFIX", self.prefix())
            .env("WINEDEBUG", "-all")
            .env("LC_ALL", "C.UTF-8")
            .env_remove("DISPLAY")
            .stdin(Stdio::null())
            .stdout(complaints())
            .stderr(complaints())
            .status()
            .is_ok_and(|status| status.success())
    }

    fn prefix(&self) -> PathBuf {
        self.folder.with_file_name("prefix")
    }

    /// Imports all files, each below its own key and so many by one process, and gives what is there then.
    fn import(&self, files: &[(String, Vec<u8>)], at_once: usize) -> Registry {
        fs::write(
            self.folder.join("clear.reg"),
            format!("REGEDIT4\r\n\r\n[-{ROOT}]\r\n\r\n[{ROOT}]\r\n\"there\"=dword:1\r\n"),
        )
        .expect("the target folder can be written");
        self.run("wine", &["regedit", "/S", "clear.reg"]);
        for (name, bytes) in files {
            fs::write(self.folder.join(format!("{name}.reg")), bytes)
                .expect("the target folder can be written");
        }
        // One process imports many files; its command line is limited.
        for some in files.chunks(at_once) {
            let names: Vec<String> = some.iter().map(|(name, _)| format!("{name}.reg")).collect();
            let mut arguments = vec!["regedit", "/S"];
            arguments.extend(names.iter().map(String::as_str));
            self.run("wine", &arguments);
        }
        // Wine writes its registry to disk when its server ends, exact to the byte; its exports are not.
        self.run("wineserver", &["-k"]);
        self.run("wineserver", &["-w"]);
        let left =
            stored(&fs::read_to_string(self.prefix().join("user.reg")).expect("Wine keeps a registry"));
        assert!(left.contains_key(&ROOT.to_uppercase()), "regedit imports");
        left
    }
}

/// A state as a registry shows it: every key above one that is there is there.
fn expected(state: &RegistryState) -> Registry {
    let mut registry = Registry::new();
    for key in state.keys.iter().filter(|key| !key.deleted) {
        let path = key.path.as_str().to_uppercase();
        for (end, _) in path.match_indices('\\') {
            registry.entry(path[..end].to_owned()).or_default();
        }
        let values = registry.entry(path).or_default();
        for value in &key.values {
            if let Some(data) = &value.data {
                values.insert(value.name.as_str().to_uppercase(), data_of(data));
            }
        }
    }
    registry
}

fn data_of(data: &RegData) -> String {
    format!("{} {}", data.type_name(), data.hex())
}

/// The registry of the user as Wine stores it: like an export, with escapes of its own.
fn stored(text: &str) -> Registry {
    let mut registry = Registry::new();
    let mut key = String::new();
    let joined = text.replace("\\\n  ", "");
    for line in joined.lines() {
        if let Some(rest) = line.strip_prefix('[') {
            let (path, _) = unescaped(rest, ']');
            key = format!("HKEY_CURRENT_USER\\{}", String::from_utf16_lossy(&path)).to_uppercase();
            registry.entry(key.clone()).or_default();
            continue;
        }
        let (name, data) = match line.strip_prefix('"') {
            Some(rest) => unescaped(rest, '"'),
            None if line.starts_with('@') => (Vec::new(), &line[1..]),
            None => continue,
        };
        let name = String::from_utf16_lossy(&name).to_uppercase();
        let data = stored_data(data.strip_prefix('=').expect("a value has data"));
        registry.entry(key.clone()).or_default().insert(name, data_of(&data));
    }
    let above: Vec<String> = registry
        .keys()
        .flat_map(|key| key.match_indices('\\').map(|(end, _)| key[..end].to_owned()).collect::<Vec<_>>())
        .collect();
    for key in above {
        registry.entry(key).or_default();
    }
    registry
}

fn stored_data(text: &str) -> RegData {
    let string = |kind: u32, text: &str| RegData { kind, ..RegData::string_of(&unescaped(text, '"').0) };
    if let Some(number) = text.strip_prefix("dword:") {
        return RegData::dword(u32::from_str_radix(number, 16).expect("a number"));
    }
    if let Some(rest) = text.strip_prefix('"') {
        return string(RegData::SZ, rest);
    }
    let (head, rest) = text.split_once(':').expect("a type");
    let kind = head.split_once('(').map_or(RegData::BINARY, |(_, kind)| {
        u32::from_str_radix(kind.trim_end_matches(')'), 16).expect("a number")
    });
    if head.starts_with("str") {
        return string(kind, &rest[1..]);
    }
    let bytes = rest.split(',').filter(|byte| !byte.is_empty());
    RegData { kind, bytes: bytes.map(|byte| u8::from_str_radix(byte, 16).expect("a byte")).collect() }
}

/// Text up to `end`, and what follows it.
fn unescaped(text: &str, end: char) -> (Vec<u16>, &str) {
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        if letter == end {
            break;
        }
        if letter != '\\' {
            units.extend(letter.encode_utf16(&mut [0; 2]).iter());
            continue;
        }
        let escaped = rest.chars().next().unwrap_or('\\');
        let number = |skip: usize, radix: u32, most: usize| {
            let digits = rest[skip..].chars().take(most).take_while(|digit| digit.is_digit(radix)).count();
            (u16::from_str_radix(&rest[skip..skip + digits], radix).unwrap_or(0), skip + digits)
        };
        let (unit, length) = match escaped {
            'x' => number(1, 16, 4),
            '0'..='7' => number(0, 8, 3),
            'a' => (7, 1),
            'b' => (8, 1),
            't' => (9, 1),
            'n' => (10, 1),
            'v' => (11, 1),
            'f' => (12, 1),
            'r' => (13, 1),
            'e' => (27, 1),
            other => (u16::try_from(u32::from(other)).expect("an escape is ASCII"), other.len_utf8()),
        };
        units.push(unit);
        rest = &rest[length..];
    }
    (units, rest)
}

fn below(registry: &Registry, key: &str) -> Registry {
    let key = key.to_uppercase();
    let inside = |path: &&String| **path == key || path.starts_with(&format!("{key}\\"));
    registry
        .iter()
        .filter(|(path, _)| inside(path))
        .map(|(path, values)| (path.clone(), values.clone()))
        .collect()
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from).expect("the file names its key");
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

fn shown(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0xFF, 0xFE]) {
        let units: Vec<u16> =
            bytes[2..].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        return format!("utf-16 {:?}", String::from_utf16_lossy(&units));
    }
    format!("{:?}", String::from_utf8_lossy(bytes))
}

/// The facts of the format, a file each.
fn own_files() -> Vec<(String, Vec<u8>)> {
    let bodies = [
        "[{KEY}]\r\n\"a\"=dword:1\r\n\"b\"=dword:000000000\r\n\"c\"=dword:\r\n\"d\"=dword:0x1\r\n\"e\"=dword:4444 ;x\r\n\"f\"=dword:1 # x\r\n\"g\"=dword:;x\r\n\"h\"=DWORD:1\r\n\"i\"=dword:12345678abc\r\n\"j\"=dword: 7\\\r\n",
        "[{KEY}]\n\"a\"=\"x\"\n\"b\"=\"x\"y\"\n\"c\"=\"x\n\"d\"=\"\\\\ \\\" \\n\\r\"\n\"f\"=\"C:\\x\"\n\"g\"=\"x\" ;y\n\"h\"=\"x\"#y\n@=\"default\"\n\"\"=\"again\"\n",
        "[{KEY}]\r\"a\"=hex:01,2,ff\r\"b\"=hex:100\r\"c\"=hex:01,,02\r\"d\"=hex:,01\r\"e\"=hex:01 02\r\"f\"=hex:01,\r\"g\"=hex:001,0x2,+3\r\"h\"=hex:01;x\r\"i\"=hex:01 ,02\r\"j\"=hex:\r",
        "[{KEY}]\r\n\"a\"=hex(0):01\r\n\"b\"=hex(4):01\r\n\"c\"=hex(b):01,00,00,00,00,00,00,00\r\n\"d\"=hex(ffff):01\r\n\"e\"=hex(0x2):01\r\n\"f\"=hex(x2):01\r\n\"g\"=hex():01\r\n\"h\"=hex(100000000):01\r\n\"i\"=hex(4):\r\n",
        "[{KEY}]\r\n\"a\"=hex:01,\\\r\n  02,\\ ;x\r\n\r\n;y\r\n 03\r\n\"b\"=hex:01,\\\r\n\"lost\"=dword:1\r\n\"c\"=dword:2\r\n\"d\"=hex:01\\\r\n\"e\"=dword:3\r\n\"f\"=hex:01,\\x\r\n02\r\n\"g\"=hex:01,\\\r\n#x\r\n\"h\"=dword:4\r\n\"i\"=hex:\\\r\n05,\\\r\n",
        "[{KEY}]\r\n\"a\"=dword:1\r\n[{KEY}\\b \r\n\"c\"=dword:1\r\n[{KEY}\\d] \"e\"=dword:1\r\n[ {KEY}\\f]\r\n\"g\"=dword:1\r\n[{KEY}\\h] ; see [x]\r\n\"i\"=dword:1\r\n[{KEY}\\\\j\\\\]\r\n\"k\"=dword:1\r\n[{KEY}\\l ]\r\n\"m\"=dword:1\r\n",
        "[{KEY}\\a\\b]\r\n\"c\"=dword:1\r\n[-{KEY}\\a]\r\n\"d\"=dword:1\r\n[{KEY}]\r\n\"e\"=dword:1\r\n\"e\"=-\r\n\"f\"=dword:1\r\n\"f\"=- # x\r\n\"g\"=dword:1\r\n\"G\" = - ;x\r\n[{KEY}\\h]\r\n[- {KEY}\\h]\r\n[ -{KEY}\\h]\r\n",
        "\"a\"=dword:1\r\n[HKLM\\x]\r\n\"b\"=dword:1\r\n[{KEY}]\r\n# x\r\n; [{KEY}\\c]\r\n - \"d\"=dword:1\r\n\t \"e\" \t=\t dword:1 \t\r\n\"f\"dword:1\r\nf=dword:1\r\n'g'=dword:1\r\n[HKEY_CURRENT_USERS\\x]\r\n\"h\"=dword:1\r\n",
        "[{KEY}\\RC4 128/128]\r\n\"a\"=dword:1\r\n[{key}\\rc4 128/128]\r\n\"A\"=dword:2\r\n[{KEY}\\\"x\"]\r\n\"a=b\"=dword:1\r\n\" a \"=dword:1\r\n",
    ];
    let mut files = Vec::new();
    for (index, body) in bodies.iter().enumerate() {
        for (form, header) in [
            "Windows Registry Editor Version 5.00\r\n\r\n",
            " \tREGEDIT4\n",
            "REGEDIT5\r\n",
            "regedit4\r\n",
            "\r\nREGEDIT4\r\n",
            "Windows Registry Editor Version 5.00 \r\n",
        ]
        .iter()
        .enumerate()
        {
            let name = format!("o{index}{form}");
            let key = format!(r"{ROOT}\{name}");
            let text =
                format!("{header}{}", body.replace("{KEY}", &key).replace("{key}", &key.to_lowercase()));
            files.push((name, text.into_bytes()));
            if form < 2 {
                let name = format!("u{index}{form}");
                let key = format!(r"{ROOT}\{name}");
                let text =
                    format!("{header}{}", body.replace("{KEY}", &key).replace("{key}", &key.to_lowercase()));
                files.push((name, wide(&text)));
            }
        }
    }
    files
}

fn wide(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// A line without what ends Wine's whole import, an escaped zero and a string that ends in a backslash: see
/// the known differences.
fn harmless(lines: &str) -> String {
    let harmless = |line: &str| {
        let line = line.replace("\\0", "\\n");
        let data = line.split_once('=').map_or("", |(_, data)| data).trim_matches([' ', '\t', '\r']);
        if data.starts_with('"') && data.ends_with('\\') { format!("{}n", line.trim_end()) } else { line }
    };
    lines.split('\n').map(harmless).collect::<Vec<_>>().join("\n")
}

/// Damaged files, always the same ones for a seed (xorshift64*).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 33).expect("31 bits fit") % limit
    }

    fn one_in(&mut self, chance: usize) -> bool {
        self.below(chance) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn file(&mut self, key: &str) -> Vec<u8> {
        let mut text = String::new();
        let is_wide = self.one_in(2);
        text.push_str(if self.one_in(12) {
            self.pick(&[
                "REGEDIT",
                "REGEDIT9",
                "Windows Registry Editor Version 5.0",
                "",
                "\u{a0}REGEDIT4",
                "; x",
            ])
        } else if is_wide {
            // What Wine makes of string bytes hangs on the encoding alone: see the known differences.
            "Windows Registry Editor Version 5.00"
        } else {
            self.pick(&["REGEDIT4", " REGEDIT4", "\tREGEDIT4"])
        });
        let newline = self.pick(&["\r\n", "\r\n", "\n", "\r", "\n\r"]);
        for _ in 0..5 + self.below(40) {
            text.push_str(newline);
            let line = harmless(&self.line(key));
            text.push_str(&line);
        }
        if self.one_in(2) {
            text.push_str(newline);
        }
        if is_wide {
            wide(&text)
        } else {
            text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
        }
    }

    fn line(&mut self, key: &str) -> String {
        match self.below(10) {
            0 | 1 => {
                let sub = self
                    .pick(&[
                        "",
                        "\\a",
                        "\\a\\b",
                        "\\TLS 1.2\\Client",
                        "\\c\\",
                        "\\d\\\\e",
                        "\\f ",
                        "\\\u{e9}",
                    ])
                    .to_owned();
                let rest = self.damaged(&format!("{sub}]"));
                let before = self.pick(&["", "", "", "", " ", "\t", "x", "- ", "\u{a0}"]);
                let mark = self.pick(&["", "", "", "-", " ", " -", "- "]);
                // The path down to the key of this file stays whole: a damaged deletion must not reach others.
                format!("{before}[{mark}{key}{rest}")
            }
            2 => {
                let root = self.pick(&[
                    "HKLM",
                    "HKEY_CURRENT_USERS",
                    "Computer\\HKEY_CURRENT_USER",
                    "HKEY_CURRENT_USER\\",
                ]);
                format!("[{root}\\Software\\mailtls-elsewhere]")
            }
            3 => {
                let text = self.pick(&[
                    "", " ", ";c", "#c", "; \\", "prose", "00,01,02", "  ff,\\", "[", "\"", "@", "=", "]",
                ]);
                self.damaged(text)
            }
            _ => {
                let name = self.pick(&[
                    "\"a\"",
                    "\"b\"",
                    "\"Enabled\"",
                    "@",
                    "\"\"",
                    "\"x\\\\y\"",
                    "\"q\\\"r\"",
                    "\" s\"",
                    "\"\u{f1}\"",
                ]);
                let equals = self.pick(&["=", "=", "=", " = ", "\t=", "", "==", ":"]);
                let data = self.data();
                let line = format!("{name}{equals}{data}");
                if self.one_in(3) { self.damaged(&line) } else { line }
            }
        }
    }

    fn data(&mut self) -> String {
        match self.below(5) {
            0 => {
                let number = format!("{:x}", self.next() >> (4 * (4 + self.below(12))));
                let after = self.pick(&["", "", "", " ", ";c", " ;c", "#c", " # c", "\\", " 1"]);
                format!("dword:{}{number}{after}", self.pick(&["", "", " ", "0", "0x"]))
            }
            1 => {
                let text = self.pick(&[
                    "",
                    "text",
                    "a\\\\b",
                    "a\\\"b",
                    "a\\nb",
                    "a\\rb",
                    "a\\tb",
                    "a;b",
                    "a#b",
                    "\u{e9}\u{20ac}",
                ]);
                let after = self.pick(&["", "", "", " ", ";c", " ;c", "#c", "\"", "\\"]);
                format!("\"{text}\"{after}")
            }
            2 => self
                .pick(&[
                    "-", "-", "- ", "- ;c", "-x", "-\"\"", "hex", "dword", "hex:", "hex(4):", "hex(7):",
                    "\"", "1",
                ])
                .to_owned(),
            _ => self.hex(),
        }
    }

    fn hex(&mut self) -> String {
        let kind = self.pick(&[
            "hex:", "hex:", "hex(0):", "hex(2):", "hex(4):", "hex(7):", "hex(b):", "hex(1f):", "hex(x):",
            "hex(3) :",
        ]);
        // An odd number of bytes of UTF-16 leaves what nobody defines.
        let pairs = 1 + self.below(6);
        let mut text = kind.to_owned();
        for pair in 0..pairs {
            if pair > 0 && self.one_in(4) {
                let broken = self.pick(&["\\\n  ", "\\\r\n", "\\ ;c\n", "\\\n\n", "\\\n;c\n ", "\\\n\t"]);
                text.push_str(broken);
            }
            let byte = self.below(256);
            text.push_str(&format!("{byte:02x},{:x}", self.below(256)));
            if pair + 1 < pairs {
                text.push(',');
            }
        }
        text
    }

    /// A letter lost, doubled or put in.
    fn damaged(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        if self.one_in(3)
            || letters.is_empty()
            || text.contains("hex(1")
            || text.contains("hex(2")
            || text.contains("hex(7")
        {
            return text.to_owned();
        }
        let at = self.below(letters.len());
        match self.below(4) {
            0 => {
                letters.remove(at);
            }
            1 => letters.insert(at, letters[at]),
            2 => {
                let other = self
                    .pick(&["\"", "\\", "]", "[", ";", "#", ",", " ", "\t", "=", "-", "0", "g", "\u{a0}"]);
                letters.splice(at..at, other.chars());
            }
            _ => letters.truncate(at),
        }
        letters.into_iter().collect()
    }
}
