//! What could not be read: part of the report, never an error.

use crate::arg::Arg;
use crate::span::{Mark, SourceId};
use std::collections::BTreeMap;

/// Something in an input that could not be read, or that Windows would not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, and what it says there.
    pub mark: Mark,
    /// A stable word in kebab-case: the key of its text.
    pub code: &'static str,
    /// For the text, by name.
    pub args: BTreeMap<&'static str, Arg>,
}

/// The problems of all sources: every sort counted, the first of each sort kept.
#[derive(Clone, Debug, Default)]
pub struct ProblemLog {
    kept: Vec<Problem>,
    counts: BTreeMap<(SourceId, &'static str), u64>,
}

impl ProblemLog {
    /// The most problems of one sort that are kept for one source; all are counted.
    pub const LIMIT: u64 = Self::KEPT as u64;
    /// The same as a length.
    pub const KEPT: usize = 100;

    /// Notes a problem.
    pub fn note(&mut self, problem: Problem) {
        let count = self.counts.entry((problem.mark.span.source, problem.code)).or_default();
        *count += 1;
        if *count <= Self::LIMIT {
            self.kept.push(problem);
        }
    }

    /// Notes a problem without arguments.
    pub fn note_at(&mut self, mark: Mark, code: &'static str) {
        self.note(Problem { mark, code, args: BTreeMap::new() });
    }

    /// Notes what was read apart: `count` problems of this sort in this source, of which `marks` are the first.
    pub fn note_many(&mut self, source: SourceId, code: &'static str, count: u64, marks: &[Mark]) {
        *self.counts.entry((source, code)).or_default() += count;
        let problem = |mark: &Mark| Problem { mark: mark.clone(), code, args: BTreeMap::new() };
        self.kept.extend(marks.iter().map(problem));
    }

    /// Those kept, in the order they were noted.
    #[must_use]
    pub fn kept(&self) -> &[Problem] {
        &self.kept
    }

    /// How many of this sort there were in this source.
    #[must_use]
    pub fn count(&self, source: SourceId, code: &'static str) -> u64 {
        self.counts.get(&(source, code)).copied().unwrap_or_default()
    }
}
