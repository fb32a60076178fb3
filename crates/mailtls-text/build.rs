//! Compiles `locales/<language>/**/*.ftl` into one sorted static table a language.
//!
//! A table costs a binary search and no interpreter in the page. A file that is not in the subset of
//! [`catalog`] fails the build with its name and line.

#[path = "build/catalog.rs"]
mod catalog;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

/// The folder of each language and the name of its table.
const LANGUAGES: [(&str, &str); 3] = [("en", "EN"), ("es", "ES"), ("pt-BR", "PT_BR")];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");
    let mut generated = String::new();
    let mut faults = Vec::new();
    for (folder, table) in LANGUAGES {
        let messages = read_language(&Path::new("locales").join(folder), &mut faults)?;
        let _ = writeln!(generated, "static {table}: &[(&str, &str)] = &[");
        for (key, text) in messages {
            let _ = writeln!(generated, "    ({key:?}, {text:?}),");
        }
        generated.push_str("];\n");
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
