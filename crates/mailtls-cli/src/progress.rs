//! Says on standard error how far the reading is, where someone is watching and it takes long.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Read, Seek, SeekFrom, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Shorter work shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far the reading is.
pub(crate) struct Progress {
    /// Bytes to read; 0 where nobody knows.
    total: u64,
    /// Read before what is under way.
    before: u64,
    begin: Instant,
    /// When to speak next; `None`: nobody is watching.
    next: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Between two lines.
    pub(crate) const PAUSE: Duration = Duration::from_millis(100);

    pub(crate) fn new(total: u64) -> Self {
        let begin = now();
        let next = io::stderr().is_terminal().then(|| begin + PATIENCE);
        Self { total, before: 0, begin, next, shown: false }
    }

    /// Shows how far it is.
    pub(crate) fn show(&mut self, done: &AtomicU64) {
        let Some(next) = self.next else { return };
        let time = now();
        if time < next {
            return;
        }
        self.next = Some(time + Self::PAUSE);
        self.shown = true;
        let line = line(self.before + done.load(Ordering::Relaxed), self.total, time - self.begin);
        // Progress that cannot be shown is no reason to stop.
        drop(write!(io::stderr(), "\r\x1b[K{line}"));
    }

    /// The same where `done` counts one input of several, and is counted on from here.
    pub(crate) fn show_more(&mut self, done: &AtomicU64) {
        self.show(done);
        self.before += done.swap(0, Ordering::Relaxed);
    }

    /// Takes the line away.
    pub(crate) fn clear(&self) {
        if self.shown {
            drop(write!(io::stderr(), "\r\x1b[K"));
        }
    }
}

/// How far, how fast, how long still.
fn line(done: u64, total: u64, spent: Duration) -> String {
    let milliseconds = u64::try_from(spent.as_millis()).unwrap_or(u64::MAX).max(1);
    let rate = done.saturating_mul(1000) / milliseconds;
    let mut line = match total {
        total if total >= done => format!("reading: {} of {} MiB", done >> 20, total >> 20),
        _ => format!("reading: {} MiB", done >> 20),
    };
    let _ = write!(line, ", {} MiB/s", rate >> 20);
    if total > done && rate > 0 {
        let _ = write!(line, ", {} s left", (total - done) / rate + 1);
    }
    line
}

/// Counts what is read.
pub(crate) struct Counted<'a, R> {
    from: R,
    done: &'a AtomicU64,
}

impl<'a, R> Counted<'a, R> {
    pub(crate) fn new(from: R, done: &'a AtomicU64) -> Self {
        Self { from, done }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer)?;
        self.done.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl<R: Seek> Seek for Counted<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.from.seek(to)
    }
}

#[expect(clippy::disallowed_methods, reason = "paces a display; no diagnosis sees it")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_how_fast_and_how_long_still() {
        let second = Duration::from_secs(1);
        assert_eq!(line(100 << 20, 400 << 20, second), "reading: 100 of 400 MiB, 100 MiB/s, 4 s left");
        assert_eq!(line(100 << 20, 0, second), "reading: 100 MiB, 100 MiB/s");
        assert_eq!(line(0, 5, Duration::ZERO), "reading: 0 of 0 MiB, 0 MiB/s");
    }
}
