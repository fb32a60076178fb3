//! Takes what each rule says about how it decides out of the rule's own source, for `mailtls explain`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let told = env::var_os("DEP_MAILTLS_CORE_RULES");
    let rules = PathBuf::from(told.ok_or_else(|| io::Error::other("mailtls-core tells no folder of rules"))?);
    println!("cargo::rerun-if-changed={}", rules.display());
    let mut files: Vec<PathBuf> =
        fs::read_dir(rules)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let mut list = String::from("&[\n");
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let id = file.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-");
        let text = documentation(&fs::read_to_string(file)?);
        let _ = writeln!(list, "    ({id:?}, {text:?}),");
    }
    list.push_str("]\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("Cargo tells no OUT_DIR"))?;
    fs::write(Path::new(&out).join("decisions.rs"), list)
}

/// The `//!` lines a source file begins with, without the marks.
fn documentation(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}
