//! What host pages load: the element's script, the same under a name that never changes, and the program for
//! shadow roots.

use crate::bundle::{self, About};
use crate::shell;
use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha384};
use std::path::Path;

/// Writes everything for host pages beside `page`, which is the finished single file.
pub(crate) fn write(folder: &Path, page: &str) -> Result<()> {
    let version = About::of_workspace()?.version;
    let script = source()?;
    shell::write(&folder.join("mailtls-embed.js"), &script)?;
    shell::write(&folder.join(script_name(&version)), versioned(&script, &version)?)?;
    shell::write(&folder.join(format!("mailtls-{version}.html")), page)?;
    Ok(())
}

/// Fills in what the articles leave open: files under `www/embed`, the version, the script's integrity hash.
pub(crate) fn fill_in(html: &str) -> Result<String> {
    let version = About::of_workspace()?.version;
    let integrity = integrity(&versioned(&source()?, &version)?);
    let mut filled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("{{file:") {
        let (name, after) = after.split_once("}}").context("an article has an unfinished {{file:")?;
        let text = shell::read(&shell::root().join("www/embed").join(name))?;
        filled.push_str(before);
        filled.push_str(&escaped(text.trim_end()));
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled.replace("{{version}}", &version).replace("{{integrity}}", &integrity))
}

fn source() -> Result<String> {
    shell::read(&shell::root().join("www/embed/mailtls-embed.js"))
}

fn script_name(version: &str) -> String {
    format!("mailtls-embed-{version}.js")
}

/// The script for a name of its own: it shows the page of its own version, whatever is released later.
fn versioned(script: &str, version: &str) -> Result<String> {
    let mut text = script.to_owned();
    for (from, to) in [
        ("'embed.html'", format!("'mailtls-{version}.html'")),
        ("'mailtls-shadow.js'", format!("'mailtls-shadow-{version}.js'")),
    ] {
        ensure!(text.matches(from).count() == 1, "mailtls-embed.js does not name {from} once");
        text = text.replace(from, &to);
    }
    Ok(text)
}

/// As an `integrity` attribute names it.
fn integrity(script: &str) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(script)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
