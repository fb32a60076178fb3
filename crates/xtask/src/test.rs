//! `cargo xtask test`: sets up what the tests need and runs everything.
//!
//! Each step says what it counts; the last line is the sum. A step whose tools are missing and cannot be
//! installed here is left out, and named at the end together with what it lacks.

use crate::{fuzz, shell};
use anyhow::{Result, bail, ensure};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

/// One thing that is checked.
struct Step {
    name: &'static str,
    /// What it holds, in a few words.
    promise: &'static str,
    run: fn() -> Result<Counts>,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", promise: "the code is formatted", run: formatted },
    Step { name: "clippy", promise: "no lint has anything to say", run: clippy },
    Step { name: "rust", promise: "the Rust tests", run: rust_tests },
    Step { name: "docs", promise: "the examples in the documentation run", run: doc_tests },
    Step { name: "fuzz", promise: "no input breaks a promise, and none takes long", run: fuzz },
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
    let mut sum = Counts::default();
    for step in STEPS.iter().filter(|step| args.is_empty() || args.iter().any(|name| name == step.name)) {
        println!("\n== {}: {}", step.name, step.promise);
        let counts = (step.run)().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Counts { passed: 0, failed: 1 }
        });
        println!("== {}: {} passed, {} failed", step.name, counts.passed, counts.failed);
        sum.passed += counts.passed;
        sum.failed += counts.failed;
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    ensure!(sum.failed == 0, "tests failed");
    Ok(())
}

fn formatted() -> Result<Counts> {
    holds(shell::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<Counts> {
    holds(shell::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn rust_tests() -> Result<Counts> {
    if shell::works(shell::cargo().args(["nextest", "--version"])) {
        let args = ["nextest", "run", "--workspace", "--no-fail-fast", "--no-tests=pass"];
        return counted(shell::cargo().args(args).args(["--status-level=fail", "--final-status-level=fail"]));
    }
    counted(shell::cargo().args(["test", "--workspace", "--all-targets", "--no-fail-fast"]))
}

fn doc_tests() -> Result<Counts> {
    counted(shell::cargo().args(["test", "--workspace", "--doc", "--no-fail-fast"]))
}

fn fuzz() -> Result<Counts> {
    let mut sum = Counts::default();
    for command in &mut fuzz::short() {
        let counts = counted(command)?;
        sum.passed += counts.passed;
        sum.failed += counts.failed;
    }
    Ok(sum)
}

/// A check that passes or fails as a whole.
fn holds(command: &mut Command) -> Result<Counts> {
    shell::run(command)?;
    Ok(Counts { passed: 1, failed: 0 })
}

/// Tests that print their counts: shows their output and adds up the counts in it. A program that fails
/// without a failed test counts as one.
fn counted(command: &mut Command) -> Result<Counts> {
    let (reader, writer) = std::io::pipe()?;
    let mut child = command.stdout(writer.try_clone()?).stderr(writer).stdin(Stdio::null()).spawn()?;
    // The command keeps its ends of the pipe; with them open the lines would never end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut counts = Counts::default();
    for line in BufReader::new(reader).lines() {
        let line = line?;
        println!("{line}");
        if let Some(found) = counts_in(&line) {
            counts.passed += found.passed;
            counts.failed += found.failed;
        }
    }
    let status = child.wait()?;
    if !status.success() && counts.failed == 0 {
        println!("error: {} failed ({status})", shell::shown(command));
        counts.failed = 1;
    }
    Ok(counts)
}

/// The counts in a summary line of `cargo test`, `cargo nextest` or our own scripts: those with both
/// `N passed` and, where something failed, `N failed`.
fn counts_in(line: &str) -> Option<Counts> {
    let line = line.trim_start();
    let summary = line.starts_with("test result: ") || line.starts_with("Summary ");
    let own = line.split_once(' ').is_some_and(|(first, rest)| {
        first.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with("passed, ")
    });
    if !summary && !own {
        return None;
    }
    let number_before = |word: &str| {
        let words: Vec<&str> = line.split([' ', ',', ';']).collect();
        let at = words.iter().position(|found| *found == word)?;
        words.get(..at)?.iter().rev().find(|word| !word.is_empty())?.parse().ok()
    };
    Some(Counts { passed: number_before("passed")?, failed: number_before("failed").unwrap_or(0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_every_sort_of_summary() {
        let counts = |passed, failed| Some(Counts { passed, failed });
        let lines = [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured", counts(12, 0)),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", counts(3, 2)),
            ("     Summary [   0.012s] 14 tests run: 14 passed, 0 skipped", counts(14, 0)),
            ("     Summary [   0.012s] 14 tests run: 13 passed (1 slow), 1 failed, 0 skipped", counts(13, 1)),
            ("31 passed, 4 failed", counts(31, 4)),
            ("page: 31 passed, 4 failed in Chromium", None),
            ("the test passed", None),
        ];
        for (line, expected) in lines {
            assert_eq!(counts_in(line), expected, "{line}");
        }
    }
}
