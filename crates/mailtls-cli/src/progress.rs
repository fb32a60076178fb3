//! Says on standard error how far the reading is, where someone is watching and it takes long.

use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// Shorter work shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// Between two lines.
const PAUSE: Duration = Duration::from_millis(100);

/// How far the reading is.
pub(crate) struct Progress {
    /// Bytes to read; 0 where nobody knows.
    total: u64,
    done: u64,
    /// When to speak next; `None`: nobody is watching.
    next: Option<Instant>,
    shown: bool,
}

impl Progress {
    pub(crate) fn new(total: u64) -> Self {
        let next = std::io::stderr().is_terminal().then(|| now() + PATIENCE);
        Self { total, done: 0, next, shown: false }
    }

    /// That many bytes more were read.
    pub(crate) fn add(&mut self, bytes: u64) {
        self.done += bytes;
        let Some(next) = self.next else { return };
        let time = now();
        if time < next {
            return;
        }
        self.next = Some(time + PAUSE);
        self.shown = true;
        let done = self.done >> 20;
        let line = match self.total {
            total if total >= self.done => format!("reading: {done} of {} MiB", total >> 20),
            _ => format!("reading: {done} MiB"),
        };
        // Progress that cannot be shown is no reason to stop.
        drop(write!(std::io::stderr(), "\r\x1b[K{line}"));
    }

    /// Takes the line away.
    pub(crate) fn clear(&self) {
        if self.shown {
            drop(write!(std::io::stderr(), "\r\x1b[K"));
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "paces a display; no diagnosis sees it")]
fn now() -> Instant {
    Instant::now()
}
