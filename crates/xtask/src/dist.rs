//! `cargo xtask dist`: the release files.

use crate::wasm::Profile;
use crate::{bundle, command, npm, sbom, schema, shell, site};
use anyhow::{Context as _, Result};
use std::path::Path;

/// Makes `dist/` anew; with `--command TARGET` only adds the command for that system.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let folder = shell::root().join("dist");
    if let Some(target) = shell::option(args, "--command")? {
        return command::pack(&folder, target);
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    site::write(&folder, Profile::Release)?;
    pack(&folder)?;
    shell::write(&folder.join("report.schema.json"), npm::pretty(&schema::report())?)?;
    let about = bundle::About::of_workspace()?;
    shell::write(&folder.join("mailtls.cdx.json"), npm::pretty(&sbom::cyclonedx(&about.date)?)?)?;
    command::files(&folder.join("command"))?;
    shell::write(&folder.join("RELEASE-NOTES.md"), notes(&about.version)?)?;
    shell::write(&folder.join("SHA256SUMS"), checksums(&folder)?)?;
    println!("the release files are in {}", folder.display());
    Ok(())
}

/// The JavaScript package, as npm would publish it. `npm pack` sets no times, so the bytes repeat.
fn pack(folder: &Path) -> Result<()> {
    let package = shell::target_dir().join("npm");
    npm::write(&package, Profile::Release)?;
    shell::run(shell::npm().args(["pack", "--silent", "--pack-destination"]).arg(folder).arg(&package))
}

/// What the release notes say of one version.
fn notes(version: &str) -> Result<String> {
    let all = shell::read(&shell::root().join("crates/mailtls-pages/articles/en/release-notes.md"))?;
    let (_, after) = all
        .split_once(&format!("\n## {version}\n"))
        .with_context(|| format!("release-notes.md says nothing of {version}"))?;
    Ok(after.split("\n## ").next().unwrap_or(after).trim().to_owned() + "\n")
}

/// One line a file, in the form `sha256sum --check` reads.
fn checksums(folder: &Path) -> Result<String> {
    let mut lines = Vec::new();
    for path in shell::files(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let hash = bundle::sha256_hex(&std::fs::read(&path)?);
        lines.push(format!("{hash}  {name}\n"));
    }
    Ok(lines.concat())
}
