//! Sessions over time: by hour, or coarser where a log spans more hours than are worth keeping.

use crate::fact::smtp::signal::TlsVersion;
use crate::wire::{wire_enum, wire_struct};
use std::collections::BTreeMap;

/// What happened in one stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Sessions begun.
    pub sessions: u64,
    /// Handshakes by version.
    pub negotiated: BTreeMap<TlsVersion, u64>,
    /// Sessions that carried mail in clear text.
    pub clear: u64,
    /// Handshakes that failed.
    pub failed: u64,
}

impl Stretch {
    fn merge(&mut self, other: &Self) {
        self.sessions += other.sessions;
        self.clear += other.clear;
        self.failed += other.failed;
        for (version, count) in &other.negotiated {
            *self.negotiated.entry(*version).or_default() += count;
        }
    }
}

/// How long a stretch is: how much of `2026-11-03T08` names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// `2026-11-03T08`.
    #[default]
    Hour,
    /// `2026-11-03`.
    Day,
    /// `2026-11`.
    Month,
    /// Everything in one.
    All,
}

impl Unit {
    /// The public word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::All => "all",
        }
    }

    const fn length(self) -> usize {
        match self {
            Self::Hour => 13,
            Self::Day => 10,
            Self::Month => 7,
            Self::All => 0,
        }
    }

    const fn coarser(self) -> Self {
        match self {
            Self::Hour => Self::Day,
            Self::Day => Self::Month,
            Self::Month | Self::All => Self::All,
        }
    }
}

/// Sessions over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// How long a stretch is.
    pub unit: Unit,
    /// By the beginning of the time as the log writes it (UTC).
    pub stretches: BTreeMap<String, Stretch>,
}

impl Timeline {
    /// Three months of hours.
    pub const LIMIT: usize = 2200;

    /// Counts into the stretch that `time` falls in.
    pub fn add(&mut self, time: &str, count: &Stretch) {
        let key = time.get(..self.unit.length()).unwrap_or(time);
        if let Some(stretch) = self.stretches.get_mut(key) {
            stretch.merge(count);
            return;
        }
        self.stretches.insert(key.to_owned(), count.clone());
        self.bound();
    }

    /// Both together. Which unit comes out depends on the distinct stretches alone, not on the order.
    pub fn merge(&mut self, other: &Self) {
        while self.unit < other.unit {
            self.coarsen();
        }
        for (time, stretch) in &other.stretches {
            self.add(time, stretch);
        }
    }

    fn bound(&mut self) {
        while self.stretches.len() > Self::LIMIT {
            self.coarsen();
        }
    }

    fn coarsen(&mut self) {
        self.unit = self.unit.coarser();
        for (time, stretch) in std::mem::take(&mut self.stretches) {
            let key = time.get(..self.unit.length()).unwrap_or(&time).to_owned();
            self.stretches.entry(key).or_default().merge(&stretch);
        }
    }
}

wire_enum!(Unit: Hour, Day, Month, All);
wire_struct!(Stretch { sessions, negotiated, clear, failed });
wire_struct!(Timeline { unit, stretches });
