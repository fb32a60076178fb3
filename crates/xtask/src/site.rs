//! The folder that is served, released and published: the page and what belongs to it.

use crate::bundle::Published;
use crate::wasm::Profile;
use crate::{bundle, shell};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// The names of the page. One artifact: what is tested under one name is what runs under the others.
pub(crate) const PAGE_NAMES: [&str; 3] = ["index.html", "mailtls-offline.html", "embed.html"];

/// `cargo xtask site`.
pub(crate) fn run(args: &[String]) -> Result<()> {
    if shell::flag(args, "--trunk") {
        return live();
    }
    let folder = shell::option(args, "--out")?.map_or_else(default_folder, PathBuf::from);
    if shell::flag(args, "--help-pages") {
        write_help(&folder, "…")?;
    } else {
        write(&folder, Profile::asked(args))?;
    }
    println!("{}", folder.display());
    Ok(())
}

/// Replaces the page that Trunk has staged by the single file, built around what Trunk put into it: its reload
/// script, which alone may connect, and only back to Trunk.
fn live() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let page = folder
        .context("--trunk is for the hook in trunk.toml, which tells TRUNK_STAGING_DIR")?
        .join("index.html");
    // Trunk fills these in while it serves, which no hash of the script would survive.
    let template = shell::read(&page)?
        .replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
        .replace("{{__TRUNK_WS_BASE__}}", "/");
    shell::write(&page, bundle::page_from(&template, Profile::Dev, "'self' ws:")?)
}

/// Where the site is written when nothing else is said.
pub(crate) fn default_folder() -> PathBuf {
    shell::target_dir().join("site")
}

/// Writes the whole site into `folder`.
pub(crate) fn write(folder: &Path, profile: Profile) -> Result<()> {
    let published = bundle::publish(profile)?;
    for name in PAGE_NAMES {
        shell::write(&folder.join(name), &published.page)?;
    }
    write_help(folder, &bundle::sha256_hex(published.page.as_bytes()))?;
    for_hosts(folder, &published)
}

/// Writes the knowledge pages alone, which need neither the page nor WebAssembly; `sum` is the page's checksum.
fn write_help(folder: &Path, sum: &str) -> Result<()> {
    for page in mailtls_pages::pages(&shell::root())? {
        shell::write(&folder.join(page.path), page.html.replace("{{page}}", sum))?;
    }
    for (path, bytes) in mailtls_pages::downloads(&shell::root())? {
        shell::write(&folder.join(path), bytes)?;
    }
    Ok(())
}

/// What host pages load: under general names, and under names whose content never changes.
fn for_hosts(folder: &Path, published: &Published) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let (name, script) = mailtls_pages::element_script(&shell::root())?;
    shell::write(
        &folder.join("mailtls-embed.js"),
        shell::read(&shell::root().join("www/embed/mailtls-embed.js"))?,
    )?;
    shell::write(&folder.join(name), script)?;
    shell::write(&folder.join(format!("mailtls-{version}.html")), &published.page)?;
    for name in ["mailtls-shadow.js".to_owned(), format!("mailtls-shadow-{version}.js")] {
        shell::write(&folder.join(name), &published.shadow)?;
    }
    Ok(())
}
