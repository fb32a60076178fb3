//! Follows the sessions of one log, interleaved as they are, until each ends.

use super::columns::{self, Head};
use crate::bytes;
use crate::fact::smtp::signal::PeerKey;
use crate::fact::smtp::trace::{RowView, Step, Time, Trace};
use crate::fact::smtp::{Failure, SmtpFacts};
use crate::span::Span;
use crate::vocabulary::Direction;
use std::collections::{BTreeMap, VecDeque};

/// The sessions that are open.
#[derive(Debug)]
pub(super) struct Follower {
    direction: Direction,
    open: Table,
    slots: Vec<Slot>,
    free: Vec<u32>,
    /// Sessions in the order they were opened, with what was opened; those that are over leave later.
    order: VecDeque<(u128, u32, u64)>,
    opened: u64,
    /// The bytes the rows of open sessions take.
    held: usize,
    /// The connector's column of the row before, with its comma.
    connector: Vec<u8>,
    /// The session of the row before: rows of one session mostly come together.
    recent: Option<(u128, u32)>,
    begin: Time,
    end: Time,
    failures: BTreeMap<PeerKey, Vec<Failure>>,
}

/// A place for an open session. It is used again, with the memory it has.
#[derive(Debug)]
struct Slot {
    trace: Trace,
    /// Which opening this is.
    opened: u64,
    /// Both endpoints of the row before, with their commas: they are looked for here before they are cut.
    endpoints: Vec<u8>,
    local: usize,
}

impl Follower {
    /// The most sessions open at once; the one that began first is let go beyond. Exchange allows 5000 connections
    /// at once and a thousand to send by.
    const OPEN: usize = 8192;
    /// The most bytes kept of open sessions; beyond, the one that began first is let go.
    const HELD: usize = 12 << 20;
    /// The most peers whose failures are remembered for what follows.
    const FAILURES: usize = 1024;

    pub(super) fn new(direction: Direction) -> Self {
        Self {
            direction,
            open: Table::default(),
            slots: Vec::new(),
            free: Vec::new(),
            order: VecDeque::new(),
            opened: 0,
            held: 0,
            connector: Vec::new(),
            recent: None,
            begin: Time::default(),
            end: Time::default(),
            failures: BTreeMap::new(),
        }
    }

    pub(super) fn direction(&self) -> Direction {
        self.direction
    }

    /// Takes a line in the layout of every build so far; tells whether it is a row.
    ///
    /// Nearly all columns are what they were in the row before, of the log or of the session: to compare them there
    /// is cheaper than to search for where they end.
    #[inline]
    pub(super) fn standard(&mut self, line: &[u8], span: Span, facts: &mut SmtpFacts) -> bool {
        let Some(head) = Head::cut(line, &self.connector) else { return false };
        let key = session_key(head.session);
        let slot = match self.recent {
            Some((recent, slot)) if recent == key => Some(slot),
            _ => self.open.get(key),
        };
        let known = slot.and_then(|slot| self.slots.get(slot as usize)).and_then(|slot| {
            let rest = bytes::after(head.rest, &slot.endpoints)?;
            let local = head.rest.get(..slot.local)?;
            let remote = head.rest.get(slot.local + 1..slot.endpoints.len().checked_sub(1)?)?;
            Some((local, remote, rest))
        });
        let Some((local, remote, rest)) = known.or_else(|| {
            let (local, rest) = columns::cut(head.rest)?;
            let (remote, rest) = columns::cut(rest)?;
            Some((local, remote, rest))
        }) else {
            return false;
        };
        let Some(row) = columns::tail(&head, local, remote, rest) else { return false };
        if let Some(slot) = slot {
            self.recent = Some((key, slot));
        }
        self.row_of(key, &row, line, span, facts);
        if !bytes::same(&self.connector, head.column) {
            self.connector.clear();
            self.connector.extend_from_slice(head.column);
        }
        if known.is_none()
            && let Some((_, slot)) = self.recent
            && let Some(slot) = self.slots.get_mut(slot as usize)
        {
            slot.endpoints.clear();
            slot.endpoints
                .extend_from_slice(head.rest.get(..local.len() + remote.len() + 2).unwrap_or_default());
            slot.local = local.len();
        }
        true
    }

    /// Takes one row more.
    pub(super) fn row(&mut self, row: &RowView<'_>, text: &[u8], span: Span, facts: &mut SmtpFacts) {
        self.row_of(session_key(row.session), row, text, span, facts);
    }

    /// Takes one row more of the session that `key` names.
    pub(super) fn row_of(
        &mut self,
        key: u128,
        row: &RowView<'_>,
        text: &[u8],
        span: Span,
        facts: &mut SmtpFacts,
    ) {
        facts.rows += 1;
        let mut slot = match self.recent {
            Some((recent, slot)) if recent == key => slot,
            _ => self.slot(key, facts),
        };
        let begins = row.sequence == b"0" || row.event == b'+';
        if begins && self.slots.get(slot as usize).is_some_and(|slot| is_over_when(&slot.trace, row)) {
            // Ids that repeat: somebody blanked them, or the row that ended the session is missing.
            self.close(key, slot, facts);
            slot = self.slot(key, facts);
        }
        self.recent = Some((key, slot));
        let Some(Slot { trace, .. }) = self.slots.get_mut(slot as usize) else { return };
        if trace.rows() == 0 {
            // With a number only 0 begins: a file may start between the first rows of a session.
            let unnumbered = row.sequence.is_empty();
            let first_sign = row.event == b'+' || row.context == b"attempting to connect";
            trace.begun = row.sequence == b"0" || (unnumbered && first_sign);
            if self.begin.is_empty() {
                self.begin = Time::new(row.time);
            }
        }
        self.held += trace.row(row, text, span);
        if row.event == b'-' {
            self.close(key, slot, facts);
        } else if self.held > Self::HELD {
            self.close_oldest(facts);
        }
    }

    /// The log is over: what is open stays a piece.
    pub(super) fn finish(&mut self, facts: &mut SmtpFacts) {
        for (_, slot) in self.open.drain() {
            if let Some(Slot { trace, .. }) = self.slots.get_mut(slot as usize) {
                let piece = std::mem::replace(trace, Trace::new(self.direction));
                self.end = self.end.max(piece.last());
                facts.piece(piece);
            }
        }
        let end = self.end.milliseconds();
        for failure in std::mem::take(&mut self.failures).into_values().flatten() {
            let near = match (failure.last.milliseconds(), end) {
                (Some(last), Some(end)) => end - last <= SmtpFacts::RETRY_MILLISECONDS,
                _ => true,
            };
            if near {
                facts.late_failure(failure);
            }
        }
        facts.enter();
        *self = Self::new(self.direction);
    }

    /// The place of the session with this key, a new one if need be.
    fn slot(&mut self, key: u128, facts: &mut SmtpFacts) -> u32 {
        if let Some(slot) = self.open.get(key) {
            return slot;
        }
        if self.open.len() >= Self::OPEN {
            self.close_oldest(facts);
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            let trace = Trace::new(self.direction);
            self.slots.push(Slot { trace, opened: 0, endpoints: Vec::new(), local: 0 });
            u32::try_from(self.slots.len() - 1).unwrap_or(u32::MAX)
        });
        self.opened += 1;
        if let Some(slot) = self.slots.get_mut(slot as usize) {
            slot.trace.reset(self.direction);
            slot.opened = self.opened;
        }
        self.open.insert(key, slot);
        self.order.push_back((key, slot, self.opened));
        if self.order.len() > 2 * self.open.len() + 64 {
            let slots = &self.slots;
            let open = &self.open;
            self.order.retain(|(key, slot, opened)| {
                open.get(*key) == Some(*slot)
                    && slots.get(*slot as usize).is_some_and(|slot| slot.opened == *opened)
            });
        }
        slot
    }

    /// Lets the session go that was opened first.
    #[cold]
    fn close_oldest(&mut self, facts: &mut SmtpFacts) {
        while let Some((key, slot, opened)) = self.order.pop_front() {
            let same = self.slots.get(slot as usize).is_some_and(|slot| slot.opened == opened);
            if same && self.open.get(key) == Some(slot) {
                self.close(key, slot, facts);
                // Memory of its own it needs no more: there are many, or it was large.
                if let Some(slot) = self.slots.get_mut(slot as usize) {
                    slot.trace = Trace::new(self.direction);
                }
                return;
            }
        }
    }

    /// Counts a session and lets it go.
    fn close(&mut self, key: u128, slot: u32, facts: &mut SmtpFacts) {
        self.open.remove(key);
        self.recent = None;
        self.free.push(slot);
        let Some(Slot { trace, .. }) = self.slots.get_mut(slot as usize) else { return };
        self.held = self.held.saturating_sub(trace.weight());
        self.end = self.end.max(trace.last());
        let (sort, outcome) = facts.sort(trace);
        if outcome.failed.is_some() {
            let failures = self.failures.entry(outcome.peer.clone()).or_default();
            failures.push(Failure::of(trace, &outcome));
            if failures.len() > 4 {
                failures.remove(0);
            }
        }
        if !trace.begun || !trace.ended() {
            facts.piece(trace.clone());
            return;
        }
        let mut after_failure = false;
        if outcome.clear {
            after_failure = self.failures.get(&outcome.peer).is_some_and(|failures| {
                failures.iter().any(|failure| failure.is_retried_by(trace, &outcome.peer))
            });
            let early = match (trace.first().milliseconds(), self.begin.milliseconds()) {
                (Some(first), Some(begin)) => first - begin <= SmtpFacts::RETRY_MILLISECONDS,
                _ => true,
            };
            if early && !after_failure {
                facts.early_clear(trace, &outcome);
            }
        }
        facts.session(trace, sort, after_failure);
        if self.failures.len() > Self::FAILURES {
            self.forget_old_failures();
        }
    }

    fn forget_old_failures(&mut self) {
        let end = self.end.milliseconds().unwrap_or_default();
        self.failures.retain(|_, failures| {
            failures.retain(|failure| {
                failure.last.milliseconds().is_some_and(|last| end - last <= SmtpFacts::RETRY_MILLISECONDS)
            });
            !failures.is_empty()
        });
        while self.failures.len() > Self::FAILURES {
            self.failures.pop_first();
        }
    }
}

/// Whether a row that begins a session cannot belong to this one.
fn is_over_when(trace: &Trace, row: &RowView<'_>) -> bool {
    trace.rows() > 0 && (row.sequence == b"0" || trace.has(Step::Connected))
}

/// The id as a number: 16 digits as they stand, anything else hashed (FNV-1a).
#[inline]
pub(super) fn session_key(id: &[u8]) -> u128 {
    if let Ok(bytes) = <[u8; 16]>::try_from(id) {
        return u128::from_le_bytes(bytes);
    }
    id.iter().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, byte| {
        (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B)
    })
}

/// A small hash table from session keys to places: the row's one lookup. Ids are counters, so the low bits of
/// a product spread them well.
#[derive(Debug, Default)]
struct Table {
    cells: Vec<Option<(u128, u32)>>,
    used: usize,
}

impl Table {
    fn len(&self) -> usize {
        self.used
    }

    fn start(&self, key: u128) -> usize {
        let [low, high] = [key & u128::from(u64::MAX), key >> 64];
        let folded = u64::try_from(low ^ high).unwrap_or_default();
        let spread = folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        usize::try_from(spread).unwrap_or(0) & self.cells.len().wrapping_sub(1)
    }

    fn next(&self, at: usize) -> usize {
        (at + 1) & self.cells.len().wrapping_sub(1)
    }

    fn find(&self, key: u128) -> Option<usize> {
        let mut at = self.start(key);
        loop {
            match self.cells.get(at)? {
                Some((known, _)) if *known == key => return Some(at),
                Some(_) => at = self.next(at),
                None => return None,
            }
        }
    }

    #[inline]
    fn get(&self, key: u128) -> Option<u32> {
        let mut at = self.start(key);
        loop {
            match self.cells.get(at)? {
                Some((known, slot)) if *known == key => return Some(*slot),
                Some(_) => at = self.next(at),
                None => return None,
            }
        }
    }

    fn insert(&mut self, key: u128, slot: u32) {
        if (self.used + 1) * 2 > self.cells.len() {
            let old = std::mem::take(&mut self.cells);
            self.cells = vec![None; (old.len() * 2).max(64)];
            self.used = 0;
            for (key, slot) in old.into_iter().flatten() {
                self.insert(key, slot);
            }
        }
        let mut at = self.start(key);
        while self.cells.get(at).is_some_and(Option::is_some) {
            at = self.next(at);
        }
        if let Some(cell) = self.cells.get_mut(at) {
            *cell = Some((key, slot));
            self.used += 1;
        }
    }

    fn remove(&mut self, key: u128) {
        let Some(mut hole) = self.find(key) else { return };
        self.used -= 1;
        let mut at = hole;
        // Moves back what the hole would cut off.
        loop {
            if let Some(cell) = self.cells.get_mut(hole) {
                *cell = None;
            }
            loop {
                at = self.next(at);
                let Some(Some((key, slot))) = self.cells.get(at).copied() else { return };
                let ideal = self.start(key);
                let stays =
                    if hole <= at { hole < ideal && ideal <= at } else { hole < ideal || ideal <= at };
                if !stays {
                    if let Some(cell) = self.cells.get_mut(hole) {
                        *cell = Some((key, slot));
                    }
                    hole = at;
                    break;
                }
            }
        }
    }

    fn drain(&mut self) -> Vec<(u128, u32)> {
        self.used = 0;
        std::mem::take(&mut self.cells).into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out_until_it_is_taken_out() {
        let mut table = Table::default();
        let mut model = BTreeMap::new();
        let mut state = 7_u64;
        for step in 0..20_000_u32 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let key = u128::from(state >> 56);
            if model.remove(&key).is_some() {
                table.remove(key);
            } else {
                model.insert(key, step);
                table.insert(key, step);
            }
            let probe = u128::from((state >> 40) & 0xff);
            assert_eq!(table.get(probe), model.get(&probe).copied());
        }
        assert_eq!(table.len(), model.len());
        assert_eq!(table.drain().len(), model.len());
    }
}
