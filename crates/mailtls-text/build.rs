//! Compiles `locales/<language>/**/*.ftl` into one string a language, and one of the keys for all.
//!
//! Strings cost the page no interpreter and no address for each text: `src/catalog.rs` cuts them once. A file
//! that is not in the subset of [`catalog`] fails the build with its name and line.

#[path = "build/catalog.rs"]
mod catalog;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

/// Stands between two keys and between two texts.
const SEPARATOR: &str = "\u{3}";

/// The folder of each language and the name of its catalog.
const LANGUAGES: [(&str, &str); 3] = [("en", "EN"), ("es", "ES"), ("pt-BR", "PT_BR")];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");
    let mut faults = Vec::new();
    let mut languages = Vec::new();
    for (folder, catalog) in LANGUAGES {
        languages.push((catalog, read_language(&Path::new("locales").join(folder), &mut faults)?));
    }
    let keys: BTreeSet<&str> =
        languages.iter().flat_map(|(_, texts)| texts.keys()).map(String::as_str).collect();
    let joined = keys.iter().copied().collect::<Vec<_>>().join(SEPARATOR);
    let mut generated = String::new();
    let _ = writeln!(generated, "static KEYS: &str = {joined:?};");
    for (catalog, texts) in &languages {
        // A text that is not there is empty.
        let texts: Vec<&str> = keys.iter().map(|key| texts.get(*key).map_or("", String::as_str)).collect();
        let joined = texts.join(SEPARATOR);
        let _ = writeln!(generated, "static {catalog}: Catalog = Catalog::new({joined:?});");
    }
    if !faults.is_empty() {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("catalogs.rs"), generated)
}

/// Every message of the files below `folder`, by key.
fn read_language(folder: &Path, faults: &mut Vec<String>) -> io::Result<BTreeMap<String, String>> {
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let mut messages = BTreeMap::new();
    for file in files(folder)? {
        let name = file.display().to_string().replace('\\', "/");
        match catalog::read(&fs::read_to_string(&file)?.replace("\r\n", "\n")) {
            Ok(read) => {
                for (key, (line, text)) in read {
                    let place = format!("{name}:{line}");
                    if let Some(other) = places.insert(key.clone(), place.clone()) {
                        faults.push(format!("{place}: `{key}` is in {other} too"));
                    }
                    messages.insert(key, text);
                }
            }
            Err(wrong) => faults.extend(wrong.iter().map(|(line, what)| format!("{name}:{line}: {what}"))),
        }
    }
    Ok(messages)
}

/// The `.ftl` files below `folder`, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
