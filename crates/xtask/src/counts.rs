//! How many tests passed and failed, read from what test programs print.

use crate::shell;
use anyhow::Result;
use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::ops::{Add, AddAssign};
use std::process::{Command, Stdio};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Add for Counts {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self { passed: self.passed + more.passed, failed: self.failed + more.failed }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        *self = *self + more;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// A check that passes or fails as a whole.
pub(crate) fn holds(command: &mut Command) -> Result<Counts> {
    shell::run(command)?;
    Ok(Counts { passed: 1, failed: 0 })
}

/// Tests that print their counts: shows their output and adds up the counts in it. A program that fails
/// without a failed test counts as one.
pub(crate) fn counted(command: &mut Command) -> Result<Counts> {
    let (reader, writer) = std::io::pipe()?;
    let mut child = command.stdout(writer.try_clone()?).stderr(writer).stdin(Stdio::null()).spawn()?;
    // The command keeps its ends of the pipe; with them open the lines would never end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut counts = Counts::default();
    for line in BufReader::new(reader).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Some(found) = counts_in(&line) {
            counts += found;
        }
    }
    let status = child.wait()?;
    if !status.success() && counts.failed == 0 {
        println!("error: {} failed ({status})", shell::shown(command));
        counts.failed = 1;
    }
    Ok(counts)
}

/// The counts in a line of `cargo test`, `cargo nextest`, `node --test` or our own scripts.
fn counts_in(line: &str) -> Option<Counts> {
    let line = line.trim();
    if let Some((sort, count)) = line.trim_start_matches(['#', 'ℹ', ' ']).split_once(' ')
        && !line.starts_with(|first: char| first.is_ascii_alphanumeric())
        && let Ok(count) = count.parse()
    {
        return match sort {
            "pass" => Some(Counts { passed: count, failed: 0 }),
            "fail" => Some(Counts { passed: 0, failed: count }),
            _ => None,
        };
    }
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
            ("# pass 9", counts(9, 0)),
            ("ℹ fail 2", counts(0, 2)),
            ("ℹ tests 11", None),
            ("pass 3", None),
            ("page: 31 passed, 4 failed in Chromium", None),
            ("the test passed", None),
        ];
        for (line, expected) in lines {
            assert_eq!(counts_in(line), expected, "{line}");
        }
    }
}
