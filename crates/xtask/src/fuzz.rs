//! `cargo xtask fuzz`: feeds the readers what nobody would write.
//!
//! With a nightly compiler and `cargo-fuzz` that is libFuzzer, which follows the code's branches; without
//! them a small mutator that needs neither. Both start from every fixture in the tree.

use crate::shell;
use anyhow::{Context as _, Result, ensure};
use std::process::Command;

/// For each target, where nothing else is said.
const USUAL_SECONDS: &str = "60";

/// Fuzzes the named targets, or all.
pub(crate) fn run(args: &[String]) -> Result<()> {
    if shell::flag(args, "--growth") {
        return shell::run(&mut growth());
    }
    let seconds = shell::option(args, "--seconds")?.unwrap_or(USUAL_SECONDS);
    let names: Vec<&str> = names(args);
    if shell::flag(args, "--stable") || !has_libfuzzer() {
        println!("the mutator, {seconds} s for each target");
        return shell::run(mutator().args(["--seconds", seconds]).args(names));
    }
    let names =
        if names.is_empty() { every_target()? } else { names.into_iter().map(str::to_owned).collect() };
    let folder = shell::target_dir().join("fuzz");
    let seeds = folder.join("seeds");
    shell::run(mutator().arg("--seeds").arg(&seeds))?;
    let mut broken = Vec::new();
    for name in names {
        println!("\n-- {name}: libFuzzer, {seconds} s");
        let kept = folder.join("corpus").join(&name);
        std::fs::create_dir_all(&kept).with_context(|| format!("cannot make {}", kept.display()))?;
        // No sanitizer: the code is safe Rust, and without one it runs several times as often.
        let mut fuzz = shell::program("rustup");
        fuzz.args(["run", "nightly", "cargo", "fuzz", "run", "--fuzz-dir", "tests/fuzz", "-s", "none"]);
        fuzz.args(["--features", "libfuzzer", "any"]).arg(&kept).arg(&seeds).arg("--");
        fuzz.args([
            format!("-max_total_time={seconds}"),
            format!("-artifact_prefix={}/{name}-", folder.display()),
        ]);
        fuzz.args([
            "-timeout=5",
            "-rss_limit_mb=1024",
            "-max_len=65536",
            "-verbosity=0",
            "-print_final_stats=1",
        ]);
        fuzz.env("MAILTLS_FUZZ_TARGET", &name)
            .env("CARGO_TARGET_DIR", folder.join("build"))
            .env_remove("CARGO");
        if shell::run(&mut fuzz).is_err() {
            broken.push(name);
        }
    }
    ensure!(broken.is_empty(), "promises were broken by {}", broken.join(", "));
    Ok(())
}

/// The short run of every test, on any compiler. Eleven targets share the cores: on two of them this is two
/// minutes, and the minute for each that `.github/workflows/check.yml` gives them would be six.
pub(crate) fn short() -> Command {
    let mut mutation = mutator();
    mutation.args(["--seconds", "20"]);
    mutation
}

/// Whether the work of reading grows with the input or faster: counted, so that no clock decides.
pub(crate) fn growth() -> Command {
    let mut growth = mutator();
    growth.arg("--growth");
    growth
}

/// The mutator, built in a workspace of its own, with its command line still to come.
fn mutator() -> Command {
    let mut cargo = shell::cargo();
    cargo.args(["run", "--quiet", "--release", "--manifest-path", "tests/fuzz/Cargo.toml"]);
    cargo.args(["--bin", "mailtls-fuzz", "--"]);
    cargo.env("CARGO_TARGET_DIR", shell::target_dir().join("fuzz/build"));
    cargo
}

fn has_libfuzzer() -> bool {
    shell::works(shell::program("rustup").args(["run", "nightly", "cargo", "fuzz", "--version"]))
}

fn every_target() -> Result<Vec<String>> {
    let list = shell::output(mutator().arg("--list"))?;
    Ok(list.lines().map(str::to_owned).collect())
}

/// The arguments that are neither flags nor the value of one.
fn names(args: &[String]) -> Vec<&str> {
    let mut rest = args.iter();
    let mut names = Vec::new();
    while let Some(arg) = rest.next() {
        if arg == "--seconds" {
            rest.next();
        } else if !arg.starts_with("--") {
            names.push(arg.as_str());
        }
    }
    names
}
