//! `cargo xtask dist`: the release files.

use crate::wasm::Profile;
use crate::{bundle, shell, site};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// Makes `dist/` anew.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    let folder = shell::root().join("dist");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    site::write(&folder, Profile::Release)?;
    shell::write(&folder.join("SHA256SUMS"), checksums(&folder)?)?;
    println!("the release files are in {}", folder.display());
    Ok(())
}

/// One line a file, in the form `sha256sum --check` reads.
fn checksums(folder: &Path) -> Result<String> {
    let mut lines = Vec::new();
    for path in files(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let hash = bundle::sha256_hex(&std::fs::read(&path)?);
        lines.push(format!("{hash}  {name}\n"));
    }
    Ok(lines.concat())
}

/// Every file below `folder`, in the order of their names.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
