//! `cargo xtask dist`: the release files.

use crate::wasm::Profile;
use crate::{bundle, npm, sbom, schema, shell, site};
use anyhow::{Context as _, Result};
use std::path::Path;

/// Makes `dist/` anew.
pub(crate) fn run(_args: &[String]) -> Result<()> {
    let folder = shell::root().join("dist");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    site::write(&folder, Profile::Release)?;
    pack(&folder)?;
    shell::write(&folder.join("report.schema.json"), npm::pretty(&schema::report())?)?;
    let about = bundle::About::of_workspace()?;
    shell::write(&folder.join("mailtls.cdx.json"), npm::pretty(&sbom::cyclonedx(&about.date)?)?)?;
    command_files(&folder.join("command"))?;
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

/// What a package of the command for a system puts beside it: its manual page and its completions.
fn command_files(folder: &Path) -> Result<()> {
    let shells = [
        ("bash", "mailtls.bash"),
        ("zsh", "_mailtls"),
        ("fish", "mailtls.fish"),
        ("powershell", "mailtls.ps1"),
    ];
    let made = |args: &[&str]| {
        let run = ["run", "--quiet", "--locked", "--package", "mailtls-cli", "--"];
        shell::output(shell::cargo().args(run).args(args))
    };
    shell::write(&folder.join("mailtls.1"), made(&["man"])?)?;
    for (shell_name, file) in shells {
        shell::write(&folder.join(file), made(&["completions", shell_name])?)?;
    }
    Ok(())
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
