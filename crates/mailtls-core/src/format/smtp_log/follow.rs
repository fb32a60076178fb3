//! Follows the sessions of one log, interleaved as they are, until each ends.

use super::columns::{self, Layout};
use crate::bytes::{self, Known};
use crate::fact::smtp::signal::PeerKey;
use crate::fact::smtp::trace::{ChunkRow, RowView, Step, Time, Trace};
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
    /// The connectors' columns met last, with their commas, each at the place its first bytes give.
    connectors: [Known; Self::CONNECTORS],
    /// Sessions with rows that still stand in the chunk.
    loose: Vec<u32>,
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
    /// Both endpoints of the row before, with their commas.
    endpoints: Known,
}

/// Where a line stands.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    /// The chunk it is in.
    pub(super) chunk: &'a [u8],
    /// All of it, without its end.
    pub(super) text: &'a [u8],
    /// Its place in the input.
    pub(super) span: Span,
}

/// The beginning of a row, up to its event, as it was recognised.
struct Begun {
    key: u128,
    slot: u32,
    /// Whether its number is 0.
    zero: bool,
    /// How long it is.
    length: usize,
}

impl Follower {
    /// The most sessions open at once; the one that began first is let go beyond. Exchange allows 5000 connections
    /// at once and a thousand to send by.
    const OPEN: usize = 8192;
    /// The most bytes kept of open sessions; beyond, the one that began first is let go.
    const HELD: usize = 12 << 20;
    /// The most peers whose failures are remembered for what follows.
    const FAILURES: usize = 1024;
    /// The connectors remembered at once.
    const CONNECTORS: usize = 8;

    pub(super) fn new(direction: Direction) -> Self {
        Self {
            direction,
            open: Table::default(),
            slots: Vec::new(),
            free: Vec::new(),
            order: VecDeque::new(),
            opened: 0,
            held: 0,
            connectors: [Known::NONE; Self::CONNECTORS],
            loose: Vec::new(),
            begin: Time::default(),
            end: Time::default(),
            failures: BTreeMap::new(),
        }
    }

    pub(super) fn direction(&self) -> Direction {
        self.direction
    }

    /// Takes the row that begins at `at` in the chunk, where its session is open and it stands whole in the chunk;
    /// gives the place of the next line. `begin` is its place in the input, without its end.
    ///
    /// All columns but the time, the number and the words are what they were in the row before of the session. To
    /// compare them there is cheaper than to search for where they end, and then most of the line need not be
    /// searched for its end either.
    #[inline]
    pub(super) fn quick(
        &mut self,
        chunk: &[u8],
        at: usize,
        begin: Span,
        facts: &mut SmtpFacts,
    ) -> Option<usize> {
        let line = chunk.get(at..)?;
        let known = self.recognise(line)?;
        let (event, rest) = columns::event(line.get(known.length..)?)?;
        // The data, the context, where the row ends and where the next line begins.
        let (data, context, end, next) = if rest.first() == Some(&b'"') {
            let (row, next) = to_line_end(rest)?;
            let (data, context) = columns::tail(row)?;
            (data, context, row.len(), next)
        } else {
            let comma = bytes::find_either(b',', b'\n', rest)?;
            let (data, rest) = rest.split_at_checked(comma)?;
            match rest {
                [b',', b'\r', b'\n', ..] => (data, &[][..], comma + 1, comma + 3),
                [b',', rest @ ..] => {
                    let (row, next) = to_line_end(rest)?;
                    (data, columns::unquote(row), comma + 1 + row.len(), comma + 1 + next)
                }
                // The line is over: it is no row.
                _ => return None,
            }
        };
        let text = line.get(..known.length + 2 + end)?;
        if text.len() > Trace::ROW_BYTES {
            return None;
        }
        let trace = &mut self.slots.get_mut(known.slot as usize)?.trace;
        if known.zero || event == b'+' && trace.has(Step::Connected) {
            // Another session of the same id.
            return None;
        }
        facts.rows += 1;
        if trace.is_settled() {
            self.loose.push(known.slot);
        }
        let span = Span { end: begin.start + text.len() as u64, ..begin };
        self.held += trace.follow(ChunkRow { at, text, event, data, context }, span);
        if event == b'-' {
            self.close(known.key, known.slot, chunk, facts);
        } else if self.held > Self::HELD {
            self.close_oldest(chunk, facts);
        }
        Some(at + known.length + 2 + next)
    }

    /// Recognises what a row begins with by the rows before. What is compared may reach into the next row, but not
    /// what is the same, since no row that was taken holds the end of a line.
    #[inline]
    fn recognise(&self, line: &[u8]) -> Option<Begun> {
        const TIME: usize = 25;
        let (time, rest) = line.split_first_chunk::<TIME>()?;
        if !columns::begins_plainly(time) {
            return None;
        }
        let start = rest.first_chunk::<{ Known::MOST }>()?;
        let connector = self.connectors.get(place_of(*start.first_chunk()?))?.begins(start)?;
        let rest = rest.get(connector..)?;
        let (id, rest) = rest.split_first_chunk::<16>()?;
        let key = u128::from_le_bytes(*id);
        let slot = self.open.get(key)?;
        // A comma, the number, a comma: in eight bytes, or it is no number to be quick about.
        let number = rest.first_chunk::<8>()?;
        let [b',', first, ..] = *number else { return None };
        let number = u64::from_le_bytes(*number) & !0xff;
        let comma = bytes::matches(b',', number);
        if comma == 0 {
            return None;
        }
        let digits = comma.trailing_zeros() as usize / 8;
        let rest = rest.get(digits + 1..)?;
        let endpoints = self.slots.get(slot as usize)?.endpoints.begins(rest.first_chunk()?)?;
        let length = TIME + connector + 16 + digits + 1 + endpoints;
        Some(Begun { key, slot, zero: first == b'0' && digits == 2, length })
    }

    /// Takes a line in the layout of every build so far, column by column; tells whether it is a row.
    pub(super) fn standard(&mut self, line: Standing<'_>, facts: &mut SmtpFacts) -> bool {
        let Some(row) = Layout::Standard.row(line.text) else { return false };
        let key = session_key(row.session);
        self.row_of(key, &row, line, facts);
        // What the next rows are recognised by.
        let begin = line.text.as_ptr() as usize;
        let offset = |column: &[u8]| (column.as_ptr() as usize).wrapping_sub(begin);
        let connector = line.text.get(25..offset(row.session)).unwrap_or_default();
        if let Some(start) = connector.first_chunk()
            && row.time.len() == 24
            && let Some(known) = self.connectors.get_mut(place_of(*start))
        {
            *known = Known::new(connector);
        }
        let both = offset(row.local)..offset(row.remote) + row.remote.len() + 1;
        // Sessions are recognised by 16 digits; and none without the names it took from its first row.
        let whole = row.session.len() == 16 && !row.connector.is_empty();
        if let Some(slot) = self.open.get(key)
            && let Some(slot) = self.slots.get_mut(slot as usize)
        {
            slot.endpoints = line.text.get(both).filter(|_| whole).map_or(Known::NONE, Known::new);
        }
        true
    }

    /// Takes one row more.
    pub(super) fn row(&mut self, row: &RowView<'_>, line: Standing<'_>, facts: &mut SmtpFacts) {
        self.row_of(session_key(row.session), row, line, facts);
    }

    /// Takes one row more of the session that `key` names.
    pub(super) fn row_of(&mut self, key: u128, row: &RowView<'_>, line: Standing<'_>, facts: &mut SmtpFacts) {
        facts.rows += 1;
        let chunk = line.chunk;
        let mut slot = self.slot(key, chunk, facts);
        let begins = row.sequence == b"0" || row.event == b'+';
        if begins && self.slots.get(slot as usize).is_some_and(|slot| is_over_when(&slot.trace, row)) {
            // Ids that repeat: somebody blanked them, or the row that ended the session is missing.
            self.close(key, slot, chunk, facts);
            slot = self.slot(key, chunk, facts);
        }
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
        trace.settle(chunk);
        self.held += trace.row(row, line.text, line.span);
        if row.event == b'-' {
            self.close(key, slot, chunk, facts);
        } else if self.held > Self::HELD {
            self.close_oldest(chunk, facts);
        }
    }

    /// The chunk is over: what is kept of its rows is copied.
    pub(super) fn settle(&mut self, chunk: &[u8]) {
        for slot in self.loose.drain(..) {
            if let Some(Slot { trace, .. }) = self.slots.get_mut(slot as usize) {
                trace.settle(chunk);
            }
        }
    }

    /// The log is over: what is open stays a piece.
    pub(super) fn finish(&mut self, chunk: &[u8], facts: &mut SmtpFacts) {
        self.settle(chunk);
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
    fn slot(&mut self, key: u128, chunk: &[u8], facts: &mut SmtpFacts) -> u32 {
        if let Some(slot) = self.open.get(key) {
            return slot;
        }
        if self.open.len() >= Self::OPEN {
            self.close_oldest(chunk, facts);
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            let trace = Trace::new(self.direction);
            self.slots.push(Slot { trace, opened: 0, endpoints: Known::NONE });
            u32::try_from(self.slots.len() - 1).unwrap_or(u32::MAX)
        });
        self.opened += 1;
        if let Some(slot) = self.slots.get_mut(slot as usize) {
            slot.trace.reset(self.direction);
            slot.opened = self.opened;
            slot.endpoints = Known::NONE;
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
    fn close_oldest(&mut self, chunk: &[u8], facts: &mut SmtpFacts) {
        while let Some((key, slot, opened)) = self.order.pop_front() {
            let same = self.slots.get(slot as usize).is_some_and(|slot| slot.opened == opened);
            if same && self.open.get(key) == Some(slot) {
                self.close(key, slot, chunk, facts);
                // Memory of its own it needs no more: there are many, or it was large.
                if let Some(slot) = self.slots.get_mut(slot as usize) {
                    slot.trace = Trace::new(self.direction);
                }
                return;
            }
        }
    }

    /// Counts a session and lets it go.
    fn close(&mut self, key: u128, slot: u32, chunk: &[u8], facts: &mut SmtpFacts) {
        self.open.remove(key);
        self.free.push(slot);
        let Some(Slot { trace, .. }) = self.slots.get_mut(slot as usize) else { return };
        self.held = self.held.saturating_sub(trace.weight());
        self.end = self.end.max(trace.last());
        let (sort, outcome) = facts.sort(trace, chunk);
        if outcome.failed.is_some() {
            let failures = self.failures.entry(outcome.peer.clone()).or_default();
            failures.push(Failure::of(trace, &outcome));
            if failures.len() > 4 {
                failures.remove(0);
            }
        }
        if !trace.begun || !trace.ended() {
            trace.settle(chunk);
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
                trace.settle(chunk);
                facts.early_clear(trace, &outcome);
            }
        }
        facts.session(trace, chunk, sort, after_failure);
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

/// The line up to its end, without that, and where the next one begins.
#[inline]
fn to_line_end(text: &[u8]) -> Option<(&[u8], usize)> {
    let end = bytes::find_line_end(text)?;
    let line = text.get(..end)?;
    let line = if let [line @ .., b'\r'] = line { line } else { line };
    Some((line, end + 1))
}

/// The place of a connector among those remembered, by its first bytes.
#[inline]
fn place_of(start: [u8; 8]) -> usize {
    // The high bits of a product depend on all bits of its factors.
    let spread = u64::from_le_bytes(start).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56;
    usize::try_from(spread).unwrap_or(0) % Follower::CONNECTORS
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
        // The digits that differ from session to session stand last, in the high bits, which a product would carry
        // out of its own: left there they made four steps of a search that now is one.
        let spread = folded.rotate_left(32).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
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
