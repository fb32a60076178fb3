//! `cargo xtask reproduce`: the same source gives the same bytes.
//!
//! A build is repeated from a copy of the source in a folder of another name and depth, from nothing: what is
//! compared is what a stranger on another machine would get who builds the same commit.

use crate::counts::Counts;
use crate::wasm::Profile;
use crate::{bundle, shell, site};
use anyhow::{Context as _, Result, ensure};
use std::path::{Path, PathBuf};

/// What is no source.
const NOT_SOURCE: [&str; 4] = ["target", "dist", ".git", "node_modules"];

/// Makes all release files twice, in two folders, and compares them.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    let first = build(&copy("one")?, &["dist"])?.join("dist");
    let second = build(&copy("another folder/for the second")?, &["dist"])?.join("dist");
    let different = differences(&first, &second)?;
    ensure!(different.is_empty(), "two builds differ in {}", different.join(", "));
    println!("two builds gave the same bytes:\n{}", shell::read(&first.join("SHA256SUMS"))?);
    Ok(())
}

/// The short form for every test: the site that is there already, built here, against one built from a copy.
/// Nothing that is compiled for the page is shared by the two; only this program is.
pub(crate) fn site() -> Result<Counts> {
    let here = site::default_folder();
    site::write(&here, Profile::Release)?;
    let there = build(&copy("a copy")?, &["site", "--release"])?.join("target/site");
    let different = differences(&here, &there)?;
    for name in &different {
        println!("differs: {name}");
    }
    let files = shell::files(&here)?.len() as u64;
    Ok(Counts { passed: files - different.len() as u64, failed: different.len() as u64 })
}

/// The source once more, in an empty folder of that name.
fn copy(name: &str) -> Result<PathBuf> {
    let folder = shell::target_dir().join("reproduce").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    copy_below(&shell::root(), &folder)?;
    Ok(folder)
}

fn copy_below(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in std::fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path = entry?.path();
        let name = path.file_name().context("a folder lists itself")?;
        if NOT_SOURCE.iter().any(|other| name == *other) {
            continue;
        }
        let target = to.join(name);
        if path.is_dir() {
            copy_below(&path, &target)?;
        } else {
            std::fs::copy(&path, &target).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

/// Runs a command of ours on the source in `folder`, with nothing built before, and gives the folder back.
fn build(folder: &Path, command: &[&str]) -> Result<PathBuf> {
    println!("building in {}", folder.display());
    let ours = std::env::current_exe().context("this program has no place")?;
    let mut again = shell::program(ours);
    again.args(command).env(shell::ROOT, folder).env("CARGO_TARGET_DIR", folder.join("target"));
    // A copy has no history to take the day from.
    again.env("SOURCE_DATE_EPOCH", bundle::seconds()?.to_string());
    shell::run(&mut again)?;
    Ok(folder.to_path_buf())
}

/// The names of the files that are not the same in both folders.
fn differences(one: &Path, other: &Path) -> Result<Vec<String>> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        shell::files(folder)?.iter().map(|path| Ok(path.strip_prefix(folder)?.to_path_buf())).collect()
    };
    let mut all = names(one)?;
    ensure!(!all.is_empty(), "nothing was built in {}", one.display());
    all.extend(names(other)?);
    all.sort();
    all.dedup();
    let same = |name: &PathBuf| match (std::fs::read(one.join(name)), std::fs::read(other.join(name))) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    Ok(all.iter().filter(|name| !same(name)).map(|name| name.display().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_and_a_missing_file_are_named() {
        let folder = shell::target_dir().join("reproduce/of the test");
        let (one, other) = (folder.join("one"), folder.join("other"));
        let _ = std::fs::remove_dir_all(&folder);
        for (path, text) in [
            ("one/same", "a"),
            ("other/same", "a"),
            ("one/b/changed", "a"),
            ("other/b/changed", "b"),
            ("other/more", ""),
        ] {
            shell::write(&folder.join(path), text).expect("written");
        }
        let names = differences(&one, &other).expect("compared");
        assert_eq!(
            names.iter().map(|name| name.replace('\\', "/")).collect::<Vec<_>>(),
            ["b/changed", "more"]
        );
    }
}
