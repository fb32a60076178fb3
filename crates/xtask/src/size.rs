//! Holds the sizes of what users download: a limit for each, and a ratchet below it.
//!
//! `size-budgets.json` names the limit and the size last recorded. More than the limit fails; so does more
//! than two percent over what was recorded, until `UPDATE=1 cargo xtask test size` records it in a commit
//! that says why.

use crate::counts::Counts;
use crate::{bundle, npm, pack, shell};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::Path;

/// Measures the page and the package and compares.
pub(crate) fn check(site: &Path, package: &Path) -> Result<Counts> {
    let path = shell::root().join("crates/xtask/size-budgets.json");
    let mut budgets: Value = serde_json::from_str(&shell::read(&path)?).context("size-budgets.json")?;
    let record = std::env::var_os("UPDATE").is_some();
    let mut counts = Counts::default();
    for (name, size) in measure(site, package)? {
        let budget = |field: &str| {
            let number = budgets.get(name).and_then(|budget| budget.get(field)).and_then(Value::as_u64);
            number.with_context(|| format!("size-budgets.json lacks {name}.{field}"))
        };
        let (limit, recorded) = (budget("limit")?, budget("recorded")?);
        let ratchet = recorded + recorded / 50;
        println!("{name:<14} {size:>9} bytes (recorded {recorded}, limit {limit})");
        if record && size <= limit {
            if let Some(budget) = budgets.get_mut(name) {
                *budget = json!({ "limit": limit, "recorded": size });
            }
        } else if size > limit || size > ratchet {
            println!("  too much: at most {}", limit.min(ratchet));
            counts.failed += 1;
            continue;
        }
        counts.passed += 1;
    }
    if record {
        shell::write(&path, npm::pretty(&budgets)?)?;
    }
    Ok(counts)
}

/// What is measured, by name.
fn measure(site: &Path, package: &Path) -> Result<Vec<(&'static str, u64)>> {
    let page = shell::read(&site.join("index.html"))?;
    let between = |open: &str, close: &str| {
        let (_, rest) = page.split_once(open).with_context(|| format!("the page lacks {open}"))?;
        rest.split_once(close).map(|(text, _)| text).with_context(|| format!("{open} is not closed"))
    };
    let data = between("id=\"mailtls-program\">", "</script>")?;
    let compressed = pack::compressed(data)?;
    let program = pack::decompress(&compressed)?;
    let (glue, program_style, module) = bundle::program_parts(&program)?;
    let worker = between("id=\"mailtls-worker\">", "</script>")?;
    let boot = between("id=\"mailtls-boot\">", "</script>")?;
    let style = between("<style>", "</style>")?;
    let parts = [data, worker, boot, style].map(str::len).iter().sum::<usize>();
    let shell_size = page.len() - parts;
    let package_size: u64 =
        shell::files(package)?.iter().map(|path| path.metadata().map_or(0, |data| data.len())).sum();
    Ok(vec![
        ("page", page.len() as u64),
        ("page-wasm", module.len() as u64),
        ("page-packed", compressed.len() as u64),
        ("page-script-gzip", gzipped(&[glue, worker.as_bytes(), boot.as_bytes()].concat())?),
        ("page-style-gzip", gzipped(&[style.as_bytes(), program_style].concat())?),
        ("page-shell", shell_size as u64),
        ("package", package_size),
    ])
}

fn gzipped(text: &[u8]) -> Result<u64> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(text)?;
    Ok(writer.finish()?.len() as u64)
}
