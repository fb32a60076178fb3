//! The command as it is released: one program for a system, with its manual and its completions beside it.

use crate::{bundle, shell};
use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// For each shell, the name under which it looks for completions.
const SHELLS: [(&str, &str); 4] =
    [("bash", "mailtls.bash"), ("zsh", "_mailtls"), ("fish", "mailtls.fish"), ("powershell", "mailtls.ps1")];

/// Builds the command for a target and packs it into `folder`, with its checksum beside it.
pub(crate) fn pack(folder: &Path, target: &str) -> Result<()> {
    let mut cargo = shell::cargo();
    cargo.args(["build", "--locked", "--release", "--package", "mailtls-cli", "--target", target]);
    shell::run(&mut cargo)?;
    let program = if target.contains("windows") { "mailtls.exe" } else { "mailtls" };
    let name = format!("mailtls-{}-{target}", env!("CARGO_PKG_VERSION"));
    let beside = shell::target_dir().join("command");
    files(&beside)?;
    let mut members: Vec<(PathBuf, u32)> =
        vec![(shell::target_dir().join(target).join("release").join(program), 0o755)];
    members.extend(shell::files(&beside)?.into_iter().map(|path| (path, 0o644)));
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        members.push((shell::root().join(licence), 0o644));
    }
    let mut archive = GzEncoder::new(Vec::new(), Compression::best());
    for (path, mode) in members {
        let file = path.file_name().context("a member without a name")?.to_string_lossy();
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        archive.write_all(&member(&format!("{name}/{file}"), mode, &bytes))?;
    }
    // Two empty blocks end an archive.
    archive.write_all(&[0; 1024])?;
    let archive = archive.finish()?;
    let file = format!("{name}.tar.gz");
    shell::write(
        &folder.join(format!("{file}.sha256")),
        format!("{}  {file}\n", bundle::sha256_hex(&archive)),
    )?;
    shell::write(&folder.join(&file), archive)?;
    println!("{}", folder.join(&file).display());
    Ok(())
}

/// Writes the manual pages and the completions.
pub(crate) fn files(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mailtls = || {
        let mut cargo = shell::cargo();
        cargo.args(["run", "--quiet", "--locked", "--package", "mailtls-cli", "--"]);
        cargo
    };
    shell::run(mailtls().arg("man").arg(folder))?;
    for (shell_name, file) in SHELLS {
        shell::write(&folder.join(file), shell::output(mailtls().args(["completions", shell_name]))?)?;
    }
    Ok(())
}

/// One file of a tar archive (POSIX ustar), of no user and no time, so that the bytes repeat.
fn member(name: &str, mode: u32, bytes: &[u8]) -> Vec<u8> {
    let mut header = Vec::with_capacity(512 + bytes.len() + 511);
    let mut field = |text: String, width: usize| {
        header.extend(text.bytes().chain(std::iter::repeat(0)).take(width));
    };
    field(name.to_owned(), 100);
    field(format!("{mode:07o}"), 8);
    field(format!("{:07o}", 0), 8);
    field(format!("{:07o}", 0), 8);
    field(format!("{:011o}", bytes.len()), 12);
    field(format!("{:011o}", 0), 12);
    // The sum is taken over the header with blanks in its place.
    field(" ".repeat(8), 8);
    field("0".to_owned(), 101);
    field("ustar".to_owned(), 6);
    field("00".to_owned(), 249);
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header.splice(148..156, format!("{sum:06o}\0 ").into_bytes());
    header.extend_from_slice(bytes);
    header.resize(header.len().next_multiple_of(512), 0);
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tar_lists_and_unpacks_what_was_packed() {
        let folder = shell::target_dir().join("command-test");
        let _ = std::fs::remove_dir_all(&folder);
        let mut archive = member("top/one.txt", 0o755, b"one\n");
        archive.extend(member("top/two.txt", 0o644, &[7; 513]));
        archive.extend([0; 1024]);
        shell::write(&folder.join("a.tar"), &archive).expect("written");
        let Ok(tar) = shell::program("tar").current_dir(&folder).args(["-xf", "a.tar"]).status() else {
            return;
        };
        assert!(tar.success());
        assert_eq!(std::fs::read(folder.join("top/one.txt")).expect("unpacked"), b"one\n");
        assert_eq!(std::fs::read(folder.join("top/two.txt")).expect("unpacked"), [7; 513]);
    }
}
