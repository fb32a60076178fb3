//! The licence and the source of everything that is built, by cargo's own list: no tool and no network needed.
//!
//! `cargo deny check` holds the same list, `.deny.toml`, and asks for known vulnerabilities besides.

use crate::counts::Counts;
use crate::shell;
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

/// The one place other people's code may come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Checks every package of the lock file.
pub(crate) fn check() -> Result<Counts> {
    let allowed = allowed(&shell::read(&shell::root().join(".deny.toml"))?)?;
    let args = ["metadata", "--format-version", "1", "--locked", "--all-features"];
    let metadata: Value = serde_json::from_str(&shell::output(shell::cargo().args(args))?)?;
    let packages = metadata.get("packages").and_then(Value::as_array).context("cargo lists no packages")?;
    ensure!(packages.len() > 50, "cargo lists only {} packages", packages.len());
    let mut counts = Counts::default();
    for package in packages {
        let word = |field: &str| package.get(field).and_then(Value::as_str);
        let name = word("name").unwrap_or_default();
        let licence = word("license").unwrap_or_default();
        let source = word("source").unwrap_or(REGISTRY);
        if source == REGISTRY && satisfied(licence, &allowed) {
            counts.passed += 1;
        } else {
            println!("{name}: licence `{licence}`, from {source}");
            counts.failed += 1;
        }
    }
    Ok(counts)
}

/// The licences that `.deny.toml` allows.
fn allowed(settings: &str) -> Result<Vec<String>> {
    let list = settings.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.context(".deny.toml has no list `allow`")?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// Whether an SPDX expression can be met with these licences alone. `/` is an old way to write OR, and an
/// exception only ever adds permissions.
fn satisfied(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = &words[..];
    let met = either(&mut rest, allowed);
    met && rest.is_empty()
}

fn either(words: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = both(words, allowed);
    while let [first, rest @ ..] = *words
        && *first == "OR"
    {
        *words = rest;
        met |= both(words, allowed);
    }
    met
}

fn both(words: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = one(words, allowed);
    while let [first, rest @ ..] = *words
        && *first == "AND"
    {
        *words = rest;
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut &[&str], allowed: &[String]) -> bool {
    let [first, rest @ ..] = *words else { return false };
    *words = rest;
    if *first == "(" {
        let met = either(words, allowed);
        let [")", rest @ ..] = *words else { return false };
        *words = rest;
        return met;
    }
    if let ["WITH", _, rest @ ..] = *words {
        *words = rest;
    }
    allowed.iter().any(|licence| licence == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_read_as_it_is_meant() {
        let allowed = allowed("x\nallow = [\n  \"MIT\",\n  \"Zlib\",\n]\n").expect("a list");
        assert_eq!(allowed, ["MIT", "Zlib"]);
        for good in
            ["MIT", "GPL-3.0/MIT", "(GPL-3.0 OR MIT) AND Zlib", "MIT WITH LLVM-exception", "MIT OR X AND Y"]
        {
            assert!(satisfied(good, &allowed), "{good}");
        }
        for bad in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Zlib) AND GPL-3.0", "(MIT", "MIT Zlib", "OR", "MIT)"]
        {
            assert!(!satisfied(bad, &allowed), "{bad}");
        }
    }
}
