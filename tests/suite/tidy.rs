//! The rules of the house that no compiler knows.

use crate::files::{below, name, text, top};
use std::net::{Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;
use std::process::Command;

/// The files a person writes, below a folder, with one of these endings; none that tools made.
fn written(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let tools = ["target", "node_modules", "dist", ".git", "artifacts", "pkg"];
    let own =
        |path: &PathBuf| !path.components().any(|part| tools.iter().any(|tool| part.as_os_str() == *tool));
    let ending = |path: &PathBuf| {
        path.extension().is_some_and(|end| endings.iter().any(|known| end == *known)) || endings.contains(&"")
    };
    below(&top().join(folder)).into_iter().filter(own).filter(ending).collect()
}

/// Places where a line of code, not of comment, matches.
fn found(files: &[PathBuf], matches: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for path in files {
        for (number, line) in text(path).lines().enumerate() {
            if !line.trim_start().starts_with("//") && matches(line) {
                found.push(format!("{}:{}: {}", name(path), number + 1, line.trim()));
            }
        }
    }
    found
}

fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn formats_know_no_rules_and_rules_no_formats() {
    let formats = written("crates/mailtls-core/src/format", &["rs"]);
    none(
        "a format names a rule",
        &found(&formats, |line| line.contains("crate::rule::") || line.contains("crate::rules")),
    );
    let rules = written("crates/mailtls-core/src/rules", &["rs"]);
    none("a rule names a format", &found(&rules, |line| line.contains("crate::format")));
}

#[test]
fn only_the_report_is_serialized() {
    let core = written("crates/mailtls-core/src", &["rs"]);
    let others: Vec<PathBuf> = core
        .into_iter()
        .filter(|path| !["report.rs", "vocabulary.rs"].iter().any(|own| path.ends_with(own)))
        .collect();
    none("another type is serialized", &found(&others, |line| line.contains("Serialize")));
}

#[test]
fn core_is_the_same_on_every_machine() {
    let core = written("crates/mailtls-core/src", &["rs"]);
    let forbidden = [
        "target_arch",
        "target_os",
        "target_family",
        "std::fs",
        "std::net",
        "std::env",
        "std::thread",
        "std::time",
    ];
    none("core asks where it runs", &found(&core, |line| forbidden.iter().any(|word| line.contains(word))));
}

#[test]
fn the_browser_is_named_in_its_place_alone() {
    let sources = written("crates", &["rs"]);
    let elsewhere: Vec<PathBuf> = sources
        .into_iter()
        .filter(|path| {
            let name = name(path);
            !["browser/", "engine/"]
                .iter()
                .any(|own| name.starts_with(&format!("crates/mailtls-app/src/{own}")))
        })
        .collect();
    none(
        "web_sys is named",
        &found(&elsewhere, |line| line.contains("web_sys::") || line.contains("use web_sys")),
    );
}

#[test]
fn core_depends_on_nothing_of_the_browser() {
    let tree = Command::new(env!("CARGO"))
        .current_dir(top())
        .args(["tree", "--package", "mailtls-core", "--all-features", "--target", "wasm32-unknown-unknown"])
        .args(["--edges", "normal", "--prefix", "none"])
        .output()
        .expect("cargo can be started");
    let said = String::from_utf8_lossy(&tree.stdout);
    assert!(
        tree.status.success() && said.contains("mailtls-core"),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let forbidden = ["js-sys", "web-sys", "wasm-bindgen", "getrandom"];
    let named: Vec<&str> =
        said.lines().filter(|line| forbidden.iter().any(|word| line.starts_with(word))).collect();
    assert!(named.is_empty(), "core depends on {named:?}");
}

/// Text a person writes, everywhere but in fixtures, whose bytes are their meaning.
fn prose_and_code() -> Vec<PathBuf> {
    let endings = ["rs", "md", "ftl", "toml", "html", "css", "js", "mjs", "ts", "yml", "json"];
    let mut files = Vec::new();
    for folder in ["crates", "tests", "www", ".ci", ".cargo", ".github"] {
        files.extend(written(folder, &endings));
    }
    files.extend(["README.md", "Cargo.toml", "trunk.toml"].map(|file| top().join(file)));
    let fixture =
        |path: &PathBuf| name(path).starts_with("tests/corpus/") || name(path).starts_with("tests/rules/");
    files.into_iter().filter(|path| path.exists() && !fixture(path)).collect()
}

#[test]
fn no_line_ends_in_a_blank() {
    let mut wrong = Vec::new();
    for path in prose_and_code() {
        let text = text(&path);
        for (number, line) in text.lines().enumerate() {
            if line.ends_with([' ', '\t']) {
                wrong.push(format!("{}:{}", name(&path), number + 1));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            wrong.push(format!("{}: no line feed at its end", name(&path)));
        }
    }
    none("a line ends in a blank", &wrong);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not name what it looks for.
    let marks = ["TO", "FIX", "XX"].map(|start| {
        format!(
            "{start}{}",
            if start == "TO" {
                "DO"
            } else if start == "FIX" {
                "ME"
            } else {
                "X"
            }
        )
    });
    let mut files = prose_and_code();
    files.retain(|path| path.extension().is_some_and(|end| end != "json"));
    let mut wrong = Vec::new();
    for path in files {
        for (number, line) in text(&path).lines().enumerate() {
            let words = line.split(|letter: char| !letter.is_alphanumeric());
            if words.into_iter().any(|word| marks.iter().any(|mark| word == mark)) {
                wrong.push(format!("{}:{}: {}", name(&path), number + 1, line.trim()));
            }
        }
    }
    none("left for later", &wrong);
}

#[test]
fn no_file_names_the_machine_it_was_written_on() {
    let here = top().display().to_string();
    let first: String = here.split('/').take(2).collect::<Vec<_>>().join("/");
    let places = ["/home/", "/Users/", "/root/", r"C:\Users\"].map(str::to_owned);
    let mut files = prose_and_code();
    files.extend(written("tests/rules", &["md"]));
    files.extend(written("tests/corpus", &[""]));
    let mut wrong = Vec::new();
    for path in files.into_iter().filter(|path| !path.ends_with("tidy.rs")) {
        for (number, line) in text(&path).lines().enumerate() {
            let named = places.iter().any(|place| line.contains(&**place));
            if named || (first.len() > 1 && line.contains(&format!("{first}/"))) {
                wrong.push(format!("{}:{}: {}", name(&path), number + 1, line.trim()));
            }
        }
    }
    none("a path of a machine", &wrong);
}

/// Domains for documentation (RFC 2606, RFC 6761), the names Microsoft's documentation uses for companies, and
/// the services the product is about.
const DOMAINS: [&str; 26] = [
    "example",
    "test",
    "invalid",
    "localhost",
    "local",
    "example.com",
    "example.net",
    "example.org",
    "contoso.com",
    "fabrikam.com",
    "tailspintoys.com",
    "contoso.onmicrosoft.com",
    "fabrikam.onmicrosoft.com",
    "onmicrosoft.com",
    "outlook.com",
    "office365.com",
    "office.com",
    "microsoft.com",
    "microsoftonline.com",
    "exchangelabs.com",
    "hotmail.com",
    "aka.ms",
    "digicert.com",
    "sendmail.org",
    "postfix.org",
    "windows.net",
];
/// Endings that make a word a domain. Words of code have dots too, and other endings.
const TOP_LEVEL: [&str; 36] = [
    "com", "net", "org", "edu", "gov", "info", "biz", "io", "de", "uk", "es", "br", "mx", "fr", "it", "nl",
    "ch", "eu", "us", "ca", "au", "jp", "cn", "ru", "pl", "cz", "se", "dk", "fi", "pt", "ar", "cl", "be",
    "kr", "tw", "ms",
];

#[test]
fn fixtures_name_nobody_real() {
    let mut files = written("tests/rules", &["md"]);
    files.extend(written("tests/corpus", &[""]));
    files.extend(written("tests/fuzz/seeds", &[""]));
    let mut wrong = Vec::new();
    for path in files {
        // UTF-16 becomes readable without its zero bytes.
        for (number, line) in text(&path).replace('\0', "").lines().enumerate() {
            let word = |letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | ':'));
            let strangers = line.split(word).filter(|word| stranger(word));
            wrong.extend(strangers.map(|word| format!("{}:{}: {word}", name(&path), number + 1)));
        }
    }
    none("a domain or an address that is not for documentation", &wrong);
}

fn stranger(word: &str) -> bool {
    let word = word.trim_matches(['.', ':', '-']);
    if word.matches(':').count() > 1 {
        return word.parse::<Ipv6Addr>().is_ok_and(|address| !documented_v6(address));
    }
    let word = word.split(':').find(|part| part.contains('.')).unwrap_or(word);
    if let Ok(address) = word.parse::<Ipv4Addr>() {
        return !documented_v4(address);
    }
    // `System.Net` is a word of code.
    let capital =
        word.rsplit('.').next().is_some_and(|last| last.starts_with(|letter: char| letter.is_uppercase()));
    if capital && word.contains(|letter: char| letter.is_lowercase()) {
        return false;
    }
    let word = word.to_ascii_lowercase();
    let Some((_, last)) = word.rsplit_once('.') else { return false };
    TOP_LEVEL.contains(&last)
        && !DOMAINS.iter().any(|known| word == *known || word.ends_with(&format!(".{known}")))
}

fn documented_v4(address: Ipv4Addr) -> bool {
    // Builds of Exchange and releases of Windows are four numbers too: 15.1.2507.39 is no address, 15.1.20.3 could be.
    let version = [6, 8, 14, 15].contains(&address.octets()[0]) && address.octets()[1] <= 5;
    let tests =
        [[192, 0, 2], [198, 51, 100], [203, 0, 113]].iter().any(|net| address.octets().starts_with(net));
    tests
        || version
        || address.is_private()
        || address.is_loopback()
        || address.is_unspecified()
        || address.is_broadcast()
}

fn documented_v6(address: Ipv6Addr) -> bool {
    let start = address.segments();
    let documentation = start[0] == 0x2001 && start[1] == 0x0db8;
    documentation
        || address.is_loopback()
        || address.is_unspecified()
        || start[0] & 0xfe00 == 0xfc00
        || start[0] & 0xffc0 == 0xfe80
}

#[test]
fn the_check_for_strangers_knows_them() {
    for word in ["mail.acme-widgets.de", "8.8.8.8", "google.com:25", "2a01:111::1", "40.107.1.2"] {
        assert!(stranger(word), "{word}");
    }
    for word in [
        "mail.contoso.com",
        "a.b.example",
        "192.0.2.7:25",
        "15.1.2507.6",
        "System.Net",
        "2001:db8::1",
        "10:15:02",
        "1.2",
    ] {
        assert!(!stranger(word), "{word}");
    }
}

#[test]
fn every_dependency_stands_in_one_place_with_its_reason() {
    let tables = |path: &std::path::Path| -> Vec<(String, Vec<String>)> {
        let mut tables: Vec<(String, Vec<String>)> = Vec::new();
        for line in text(path).lines() {
            if let Some(title) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                tables.push((title.to_owned(), Vec::new()));
            } else if let Some((_, lines)) = tables.last_mut() {
                lines.push(line.to_owned());
            }
        }
        tables
    };
    let mut wrong = Vec::new();
    let workspace = tables(&top().join("Cargo.toml"));
    let (_, listed) =
        workspace.iter().find(|(title, _)| title == "workspace.dependencies").expect("the list");
    let mut reasoned = false;
    let mut known = 0;
    for line in listed {
        let own = line.starts_with("mailtls-");
        if line.starts_with('#') {
            reasoned = true;
        } else if line.trim().is_empty() {
            reasoned = false;
        } else if !own {
            known += 1;
            if !reasoned {
                wrong.push(format!("Cargo.toml gives no reason for: {line}"));
            }
        }
    }
    assert!(known > 20, "the list of dependencies was not understood: {known}");
    let mut manifests: Vec<PathBuf> = written("crates", &["toml"]);
    manifests.push(top().join("tests/Cargo.toml"));
    for path in manifests.iter().filter(|path| path.ends_with("Cargo.toml")) {
        for (title, lines) in tables(path) {
            let table = title.rsplit('.').find(|word| word.ends_with("dependencies"));
            if table.is_none() {
                continue;
            }
            // `[dependencies.name]` spells one out over several lines.
            let spelt = !title.ends_with("dependencies");
            let here = lines.iter().any(|line| line.starts_with("version") || line.starts_with("git"));
            if spelt && here {
                wrong.push(format!("{}: [{title}] is not in the workspace's list", name(path)));
            }
            for line in lines.iter().filter(|line| !spelt && line.contains('=')) {
                if !line.contains("workspace = true") && !line.contains("path = ") {
                    wrong.push(format!("{}: {line} is not in the workspace's list", name(path)));
                }
            }
        }
    }
    none("a dependency has no place or no reason", &wrong);
}
