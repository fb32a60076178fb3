//! `cargo xtask test`: sets up what the tests need and runs everything.
//!
//! Each step says what it counts; the last line is the sum. A step whose tools are missing and cannot be
//! installed here is left out, and named at the end together with what it lacks.

use crate::counts::{Counts, counted, holds};
use crate::tools::{self, Tool};
use crate::wasm::Profile;
use crate::{fuzz, licences, npm, reproduce, shell, site, size};
use anyhow::{Context as _, Result, bail, ensure};
use std::path::{Path, PathBuf};

/// One thing that is checked.
struct Step {
    name: &'static str,
    /// What it holds, in a few words.
    promise: &'static str,
    /// Besides cargo.
    needs: &'static [Tool],
    run: fn() -> Result<Counts>,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", promise: "the code is formatted", needs: &[], run: formatted },
    Step { name: "clippy", promise: "no lint has anything to say", needs: &[], run: clippy },
    Step { name: "rust", promise: "the Rust tests", needs: &[], run: rust_tests },
    Step {
        name: "wine",
        promise: "a real regedit leaves what we say it leaves",
        needs: &[Tool::Wine],
        run: wine,
    },
    Step { name: "docs", promise: "the documentation builds and its examples run", needs: &[], run: docs },
    Step { name: "layers", promise: "core stays free of the browser", needs: &[], run: layers },
    Step { name: "fuzz", promise: "no bytes break a reader, and none make it slow", needs: &[], run: fuzz },
    Step {
        name: "mta",
        promise: "what real mail servers write is read for what it is",
        needs: &[Tool::Postfix, Tool::Exim],
        run: real_mail_servers,
    },
    Step {
        name: "licences",
        promise: "others' code has a licence and a source that is allowed",
        needs: &[],
        run: licences::check,
    },
    Step {
        name: "parity",
        promise: "the package gives what the command line gives",
        needs: &[Tool::Node],
        run: parity,
    },
    Step { name: "package", promise: "the package installs and works", needs: &[Tool::Node], run: package },
    Step {
        name: "reproduce",
        promise: "the page built in another folder is the same",
        needs: &[Tool::Node],
        run: reproduce::site,
    },
    Step { name: "size", promise: "nothing outgrew its budget", needs: &[Tool::Node], run: sizes },
    Step {
        name: "browser",
        promise: "the page in three engines, served, from disk and in a sandbox",
        needs: &[Tool::Node, Tool::Chromium, Tool::Firefox, Tool::WebKit, Tool::Unzip],
        run: browsers,
    },
    Step {
        name: "access",
        promise: "nobody is shut out",
        needs: &[Tool::Node, Tool::Chromium],
        run: || npm_script("accessible.mjs"),
    },
    Step {
        name: "lighthouse",
        promise: "Lighthouse has nothing to say",
        needs: &[Tool::Node, Tool::Chromium],
        run: || npm_script("lighthouse.mjs"),
    },
    Step {
        name: "logs",
        promise: "protocol logs of any size in the page",
        needs: &[Tool::Node, Tool::Chromium],
        run: logs,
    },
    Step {
        name: "privacy",
        promise: "nothing gets out",
        needs: &[Tool::Node, Tool::Chromium],
        run: || site_script("privacy.mjs"),
    },
    Step {
        name: "embed",
        promise: "the page in pages of others",
        needs: &[Tool::Node, Tool::Chromium],
        run: || site_script("embed.mjs"),
    },
    Step {
        name: "crash",
        promise: "a lost engine is replaced",
        needs: &[Tool::Node, Tool::Chromium],
        run: || site_script("crash.mjs"),
    },
    Step {
        name: "hosting",
        promise: "the printed server settings serve the site",
        needs: &[Tool::Node, Tool::Nginx],
        run: || site_script("hosting.mjs"),
    },
];

/// Runs all steps, or those named in `args`.
pub(crate) fn run(args: &[String]) -> Result<()> {
    if shell::flag(args, "--list") {
        for step in STEPS {
            println!("{:<10} {}", step.name, step.promise);
        }
        return Ok(());
    }
    if let Some(unknown) = args.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("there is no step `{unknown}`; `cargo xtask test --list` lists them");
    }
    let asked = |step: &&Step| args.is_empty() || args.iter().any(|name| name == step.name);
    let steps: Vec<&Step> = STEPS.iter().filter(asked).collect();
    tools::set_up(steps.iter().flat_map(|step| step.needs));
    let mut sum = Counts::default();
    let mut left_out = Vec::new();
    for step in steps {
        println!("\n== {}: {}", step.name, step.promise);
        if let Some(lacking) = tools::lacking(step.needs) {
            println!("== {}: left out, for want of {lacking}", step.name);
            left_out.push(format!("{} ({}): {lacking}", step.name, step.promise));
            continue;
        }
        let counts = (step.run)().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Counts { passed: 0, failed: 1 }
        });
        println!("== {}: {counts}", step.name);
        sum += counts;
    }
    for step in &left_out {
        println!("\nleft out: {step}");
    }
    println!("\n{sum}");
    ensure!(sum.failed == 0, "tests failed");
    Ok(())
}

fn formatted() -> Result<Counts> {
    holds(shell::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<Counts> {
    holds(shell::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// The comparison with a real importer of `.reg` files; the step `rust` leaves it out.
fn wine() -> Result<Counts> {
    let mut cargo = shell::cargo();
    cargo.env("MAILTLS_WINE", "1").args(["test", "--package", "mailtls-tests", "--test", "suite"]);
    counted(cargo.args(["--", "--test-threads=1", "--nocapture", "wine::"]))
}

fn rust_tests() -> Result<Counts> {
    if shell::works(shell::cargo().args(["nextest", "--version"])) {
        let args = ["nextest", "run", "--workspace", "--no-fail-fast", "--no-tests=pass"];
        return counted(shell::cargo().args(args).args(["--status-level=fail", "--final-status-level=fail"]));
    }
    counted(shell::cargo().args(["test", "--workspace", "--all-targets", "--no-fail-fast"]))
}

/// Postfix and Exim on the loopback interface, failing each other's handshakes.
fn real_mail_servers() -> Result<Counts> {
    let mut cargo = shell::cargo();
    cargo.args(["test", "--package", "mailtls-tests", "--test", "suite", "--", "real_mta::"]);
    let exim = tools::exim().context("no Exim")?;
    counted(cargo.env("MAILTLS_MTA", "1").env("MAILTLS_EXIM", exim))
}

fn docs() -> Result<Counts> {
    let mut doc = shell::cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"])
        .env("RUSTDOCFLAGS", "-D warnings");
    let built = holds(&mut doc)?;
    Ok(built + counted(shell::cargo().args(["test", "--workspace", "--doc", "--no-fail-fast"]))?)
}

/// What would make `core` depend on a browser, a clock or chance.
fn layers() -> Result<Counts> {
    let args =
        ["tree", "--package", "mailtls-core", "--target", "wasm32-unknown-unknown", "--edges", "normal"];
    let tree = shell::output(shell::cargo().args(args).args(["--prefix", "none"]))?;
    for foreign in ["js-sys", "web-sys", "wasm-bindgen", "getrandom"] {
        let found = tree.lines().any(|line| line.split(' ').next() == Some(foreign));
        ensure!(!found, "mailtls-core depends on {foreign}: see `cargo {}`", args.join(" "));
    }
    Ok(Counts { passed: 1, failed: 0 })
}

fn fuzz() -> Result<Counts> {
    Ok(holds(&mut fuzz::short())? + holds(&mut fuzz::growth())?)
}

/// The command line, built for comparison.
fn command() -> Result<PathBuf> {
    shell::run(shell::cargo().args(["build", "--package", "mailtls-cli"]))?;
    Ok(shell::target_dir().join("debug").join(format!("mailtls{}", std::env::consts::EXE_SUFFIX)))
}

fn parity() -> Result<Counts> {
    let binary = command()?;
    let script = shell::root().join("tests/package/parity.mjs");
    counted(shell::program("node").arg(script).arg(built_package()?).arg(binary).args(fixtures()?))
}

/// Everything under `tests` that is an input, and the case files as pastes that hold many.
fn fixtures() -> Result<Vec<PathBuf>> {
    let tests = shell::root().join("tests");
    let mut found = shell::files(&tests.join("rules"))?;
    let corpus = tests.join("corpus");
    if corpus.exists() {
        let inputs = shell::files(&corpus)?;
        found.extend(
            inputs.into_iter().filter(|path| path.file_name().is_some_and(|name| name != "expected.txt")),
        );
    }
    Ok(found)
}

fn built_package() -> Result<PathBuf> {
    let folder = shell::target_dir().join("npm");
    npm::write(&folder, Profile::Release)?;
    Ok(folder)
}

/// Packs the package, installs it into an empty project, runs, type-checks and bundles a user of it, and holds its
/// reports against the published schema.
fn package() -> Result<Counts> {
    let package = built_package()?;
    let project = shell::target_dir().join("package-test");
    if project.exists() {
        std::fs::remove_dir_all(&project).context("cannot empty the project for the package test")?;
    }
    shell::write(&project.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")?;
    shell::run(npm_in(&project).args(["pack", "--silent"]).arg(&package))?;
    let archive = project.join(format!("mailtls-{}.tgz", env!("CARGO_PKG_VERSION")));
    let tools = ["typescript@5.9.3", "esbuild@0.25.12", "ajv@8.17.1"];
    shell::run(
        npm_in(&project).args(["install", "--silent", "--no-audit", "--no-fund"]).arg(archive).args(tools),
    )?;
    let source = shell::root().join("tests/package");
    for name in ["consumer.mjs", "consumer.ts", "schema.mjs"] {
        shell::write(&project.join(name), shell::read(&source.join(name))?)?;
    }
    let mut counts = counted(shell::program("node").current_dir(&project).args(["--test", "consumer.mjs"]))?;
    let compiler = project.join("node_modules/typescript/bin/tsc");
    let strict = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "consumer.ts"];
    counts += holds(shell::program("node").current_dir(&project).arg(compiler).args(strict))?;
    let bundle = ["consumer.ts", "--bundle", "--format=esm", "--outfile=bundle.mjs", "--log-level=warning"];
    counts += holds(npm_in(&project).args(["exec", "--offline", "--", "esbuild"]).args(bundle))?;
    counts += holds(shell::program("node").current_dir(&project).arg("bundle.mjs"))?;
    counts += counted(shell::program("node").current_dir(&project).arg("schema.mjs").args(fixtures()?))?;
    Ok(counts)
}

fn npm_in(folder: &Path) -> std::process::Command {
    let mut npm = shell::npm();
    npm.current_dir(folder);
    npm
}

fn sizes() -> Result<Counts> {
    let folder = built_site()?;
    size::check(&folder, &built_package()?)
}

fn built_site() -> Result<PathBuf> {
    let folder = site::default_folder();
    site::write(&folder, Profile::Release)?;
    Ok(folder)
}

/// A script of `tests/browser` that takes the site, and drives every engine it finds.
fn site_script(name: &str) -> Result<Counts> {
    let script = shell::root().join("tests/browser").join(name);
    counted(shell::program("node").arg(script).arg(built_site()?))
}

/// One of those scripts that uses packages of npm.
fn npm_script(name: &str) -> Result<Counts> {
    browser_scripts()?;
    site_script(name)
}

/// The generator is this program: the script asks it for logs whose truth is known.
fn logs() -> Result<Counts> {
    let page = built_site()?.join("index.html");
    let script = browser_scripts()?.join("logs.mjs");
    let xtask = std::env::current_exe().context("cannot tell the name of this program")?;
    counted(shell::program("node").arg(script).arg("--page").arg(page).arg("--xtask").arg(xtask))
}

/// The folder of the scripts that drive a browser, with the packages of npm they need.
pub(crate) fn browser_scripts() -> Result<PathBuf> {
    let folder = shell::root().join("tests/browser");
    // npm writes this file last; one that is older than the lock file names other packages.
    let written = |file: &str| folder.join(file).metadata().and_then(|metadata| metadata.modified()).ok();
    if written("node_modules/.package-lock.json") < written("package-lock.json") {
        shell::run(npm_in(&folder).args(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]))?;
    }
    Ok(folder)
}

/// All engines or none: one that cannot be started is a failure and no reason to test less.
fn browsers() -> Result<Counts> {
    let page = built_site()?.join("index.html");
    let mut node = shell::program("node");
    node.arg(shell::root().join("tests/browser/run.mjs")).arg("--page").arg(&page);
    node.arg("--mailtls").arg(command()?);
    counted(node.args(["--engines", "chromium,firefox,webkit"]).env("GECKODRIVER", tools::geckodriver()?))
}
