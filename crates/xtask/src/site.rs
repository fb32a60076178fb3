//! The folder that is served, released and published: the page and what belongs to it.

use crate::wasm::Profile;
use crate::{bundle, shell};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// The names of the page. One artifact: what is tested under one name is what runs under the others.
pub(crate) const PAGE_NAMES: [&str; 3] = ["index.html", "mailtls-offline.html", "embed.html"];

/// `cargo xtask site`.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let folder = shell::option(args, "--out")?.map_or_else(default_folder, PathBuf::from);
    write(&folder, Profile::asked(args))?;
    println!("{}", folder.display());
    Ok(())
}

/// Where the site is written when nothing else is said.
pub(crate) fn default_folder() -> PathBuf {
    shell::target_dir().join("site")
}

/// Writes the whole site into `folder`.
pub(crate) fn write(folder: &Path, profile: Profile) -> Result<()> {
    let page = bundle::page(profile)?;
    for name in PAGE_NAMES {
        shell::write(&folder.join(name), &page)?;
    }
    for page in mailtls_pages::pages(&shell::root())? {
        shell::write(&folder.join(page.path), page.html)?;
    }
    Ok(())
}
