//! Files of the repository, as tests need them.

use std::fs;
use std::path::{Path, PathBuf};

/// The top folder of the repository.
pub(crate) fn top() -> PathBuf {
    mailtls_tests::tests_folder().parent().expect("the tests have a parent folder").to_owned()
}

/// The files below `folder`, sorted; none where there is no such folder.
pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

/// The text of a file, whatever its line ends.
pub(crate) fn text(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
}

/// A path as it reads from the top folder, with forward slashes.
pub(crate) fn name(path: &Path) -> String {
    path.strip_prefix(top()).unwrap_or(path).display().to_string().replace('\\', "/")
}

/// Whether snapshots are to be written rather than compared.
pub(crate) fn update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Both texts, lines that differ marked: `-` expected, `+` got.
pub(crate) fn difference(expected: &str, got: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), got.lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(one, two)| one == two).count();
    let ends = old[same_start..].iter().rev().zip(new[same_start..].iter().rev());
    let same_end = ends.take_while(|(one, two)| one == two).count();
    let mut shown = String::new();
    for line in &old[same_start..old.len() - same_end] {
        shown.push_str(&format!("    - {line}\n"));
    }
    for line in &new[same_start..new.len() - same_end] {
        shown.push_str(&format!("    + {line}\n"));
    }
    shown
}
