//! The programs some tests need: installed where that can be done, named where it cannot.

use crate::shell;
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// A program that tests need besides cargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tool {
    /// Node with npm.
    Node,
    /// Chromium with its driver.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKit` with its driver, and a screen for it to draw on.
    WebKit,
    /// What takes an archive apart.
    Unzip,
    /// The web server nginx.
    Nginx,
    /// The mail server Postfix, with OpenSSL for its certificate.
    Postfix,
    /// The mail server Exim, whose package of Debian excludes that of Postfix: it is only unpacked.
    Exim,
    /// Wine, for its `regedit`.
    Wine,
}

impl Tool {
    /// The commands it consists of; any one of each group will do.
    const fn commands(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Node => &[&["node"], &["npm", "npm.cmd"]],
            Self::Chromium => &[&["chromium", "chromium-browser", "google-chrome"], &["chromedriver"]],
            Self::Firefox => &[&["firefox", "firefox-esr"]],
            Self::WebKit => &[&["WebKitWebDriver"], &["xvfb-run"], &["xauth"]],
            Self::Unzip => &[&["unzip"]],
            Self::Nginx => &[&["nginx"]],
            Self::Postfix => &[&["postconf"], &["openssl"]],
            Self::Exim => &[],
            Self::Wine => &[&["wine"], &["wineserver"]],
        }
    }

    /// The packages of Debian that bring it.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Node => &["nodejs", "npm"],
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "xauth"],
            Self::Unzip => &["unzip"],
            Self::Nginx => &["nginx-light"],
            Self::Postfix => &["postfix", "openssl"],
            // What the unpacked program is linked with.
            Self::Exim => &["libdb5.3", "libgnutls-dane0", "libidn12", "libnsl2", "libpcre2-8-0"],
            Self::Wine => &["wine", "wine64"],
        }
    }

    fn is_here(self) -> bool {
        match self {
            // Both change to users of their own.
            Self::Postfix if !is_root() => return false,
            Self::Exim => return is_root() && exim().is_some(),
            Self::Node
            | Self::Chromium
            | Self::Firefox
            | Self::WebKit
            | Self::Unzip
            | Self::Nginx
            | Self::Postfix
            | Self::Wine => {}
        }
        self.commands().iter().all(|group| group.iter().any(|name| find(name).is_some()))
    }
}

/// Installs what of `tools` is missing, where this is Debian and we may. Says what is missing where not.
pub(crate) fn set_up<'a>(tools: impl Iterator<Item = &'a Tool>) {
    let mut missing: Vec<Tool> = tools.copied().filter(|tool| !tool.is_here()).collect();
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() {
        return;
    }
    let packages: Vec<&str> = missing.iter().flat_map(|tool| tool.packages()).copied().collect();
    let packages = packages.join(" ");
    if !Path::new("/etc/debian_version").exists() {
        println!("missing: {missing:?}. Install them by the means of this system to run every test.");
    } else if !is_root() {
        println!("missing: {missing:?}. To run every test: sudo apt-get install {packages}");
    } else if let Err(error) = install(&packages) {
        println!("could not install {packages}: {error:#}");
    } else if missing.contains(&Tool::Exim)
        && let Err(error) = unpack_exim()
    {
        println!("could not unpack Exim: {error:#}");
    }
}

/// The `exim4` to use: one that is named or installed, else the unpacked one.
pub(crate) fn exim() -> Option<PathBuf> {
    let named = std::env::var_os("MAILTLS_EXIM").map(PathBuf::from);
    let unpacked = shell::target_dir().join("tools/exim/usr/sbin/exim4");
    named.into_iter().chain([PathBuf::from("/usr/sbin/exim4"), unpacked]).find(|path| path.is_file())
}

/// Fetches the package of Exim and unpacks it beside what is installed.
fn unpack_exim() -> Result<()> {
    let tools = shell::target_dir().join("tools");
    let folder = tools.join("exim");
    std::fs::create_dir_all(&folder)?;
    shell::run(shell::program("apt-get").current_dir(&tools).args([
        "-qq",
        "download",
        "exim4-daemon-light",
    ]))?;
    let package = shell::files(&tools)?
        .into_iter()
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .context("apt-get downloaded no package")?;
    shell::run(shell::program("dpkg").arg("-x").args([&package, &folder]))
}

/// The names of those that are still missing; `None` where none is.
pub(crate) fn lacking(tools: &[Tool]) -> Option<String> {
    let missing: Vec<String> =
        tools.iter().filter(|tool| !tool.is_here()).map(|tool| format!("{tool:?}")).collect();
    (!missing.is_empty()).then(|| missing.join(", "))
}

fn install(packages: &str) -> Result<()> {
    println!("installing {packages}");
    let apt = || {
        let mut apt = shell::program("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    shell::run(apt().arg("update"))?;
    shell::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages.split(' ')))
}

/// The driver of Firefox, which no package of Debian brings: one that is there, else one built into `target`.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    let root = shell::target_dir().join("tools");
    let built = root.join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    if built.is_file() {
        return Ok(built);
    }
    if let Some(found) = find("geckodriver") {
        return Ok(found);
    }
    // Unoptimised: it passes messages on, and is built in a fraction of the time.
    println!("building geckodriver, which takes some minutes");
    shell::run(
        shell::cargo()
            .args(["install", "geckodriver", "--locked", "--quiet", "--debug", "--root"])
            .arg(&root),
    )?;
    Ok(built)
}

fn is_root() -> bool {
    shell::program("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Where the command is, if it is on the path.
fn find(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let name = format!("{name}{}", if name.contains('.') { "" } else { std::env::consts::EXE_SUFFIX });
    std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file())
}
