//! What SMTP protocol logs establish: peers, counts, what sessions tell, a few sessions to point at.
//!
//! Memory is bounded by distinct facts. Merging two parts is associative and commutative: everything kept is
//! a count, or the first few in an order that every part shares. A session that lies in two parts waits in
//! both as a piece and is counted once, in [`SmtpFacts::settle`], when the pieces meet.

mod ledger;
pub mod report;
pub mod signal;
pub mod timeline;
pub mod trace;

use crate::fact::peer::Side;
use crate::span::{SourceId, Span};
use crate::vocabulary::Direction;
use crate::wire::{Wire, wire_struct};
use ledger::{Counted, Ledger};
use signal::{Example, Examples, Outcome, PeerKey, Signal, TlsVersion};
use std::collections::BTreeMap;
use std::sync::Arc;
use timeline::Timeline;
use trace::{Time, Trace, same_session};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SmtpFacts {
    /// How many rows were read.
    pub rows: u64,
    /// How many lines could not be read as a row.
    pub broken: u64,
    /// Of the sessions that lie whole in one part.
    whole: Tally,
    /// Those not yet entered there. Empty where no log is open.
    ledger: Ledger,
    /// Pieces of sessions that begin or end outside of their part.
    pieces: Vec<Trace>,
    /// The bytes they take.
    pieces_held: usize,
    /// Failures near the end of a part, for clear text that follows in another.
    late_failures: Vec<Failure>,
    /// Clear text near the beginning of a part, for failures that went before in another.
    early_clear: Vec<Arc<Example>>,
    /// `whole` and what the pieces make; see [`Self::settle`].
    settled: Tally,
}

/// Counts over sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many sessions.
    pub sessions: u64,
    /// Sessions over time.
    pub timeline: Timeline,
    /// By algorithms: how many handshakes.
    pub suites: BTreeMap<(TlsVersion, String), u64>,
    /// Peers that failed, fell back to clear text or used an old version.
    troubled: Peers,
    /// Sessions of all others.
    sound: Peers,
    signals: BTreeMap<(Direction, Side, Signal), Examples>,
}

/// What is counted of one peer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeerTally {
    /// What it calls itself, in its first session that tells.
    pub name: Option<(Time, String)>,
    /// Where it belongs.
    pub side: Option<Side>,
    /// Sessions.
    pub sessions: u64,
    /// Handshakes by version.
    pub negotiated: BTreeMap<TlsVersion, u64>,
    /// Handshakes by algorithms.
    pub suites: BTreeMap<String, u64>,
    /// Sessions that carried mail in clear text.
    pub clear: u64,
    /// Handshakes that failed, by word.
    pub failed: BTreeMap<String, u64>,
    /// The first row.
    pub first: Option<Time>,
    /// The last row.
    pub last: Option<Time>,
}

impl PeerTally {
    fn merge(&mut self, other: &Self) {
        if let Some(theirs) = &other.name
            && self.name.as_ref().is_none_or(|ours| theirs < ours)
        {
            self.name = Some(theirs.clone());
        }
        self.side = self.side.into_iter().chain(other.side).min();
        self.sessions += other.sessions;
        self.clear += other.clear;
        for (version, count) in &other.negotiated {
            *self.negotiated.entry(*version).or_default() += count;
        }
        for (suite, count) in &other.suites {
            *self.suites.entry(suite.clone()).or_default() += count;
        }
        for (word, count) in &other.failed {
            *self.failed.entry(word.clone()).or_default() += count;
        }
        self.first = self.first.into_iter().chain(other.first).min();
        self.last = self.last.into_iter().chain(other.last).max();
    }
}

/// The peers with the smallest keys, up to a limit, and the sum of all others: which ones these are does not
/// depend on the order they came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Peers {
    kept: BTreeMap<PeerKey, PeerTally>,
    others: PeerTally,
}

impl Peers {
    const LIMIT: usize = 4096;

    fn add(&mut self, key: &PeerKey, count: &PeerTally) {
        if let Some(peer) = self.kept.get_mut(key) {
            peer.merge(count);
            return;
        }
        let full = self.kept.len() >= Self::LIMIT;
        if full && self.kept.last_key_value().is_some_and(|(last, _)| key > last) {
            self.others.merge(count);
            return;
        }
        self.kept.insert(key.clone(), count.clone());
        if full && let Some((_, dropped)) = self.kept.pop_last() {
            self.others.merge(&dropped);
        }
    }

    fn merge(&mut self, other: &Self) {
        for (key, count) in &other.kept {
            self.add(key, count);
        }
        self.others.merge(&other.others);
    }
}

impl Tally {
    /// The most sorts of signal that are kept; more only come of words nobody's server writes.
    const SIGNALS: usize = 512;

    /// Counts a session that is over.
    fn add(&mut self, trace: &Trace, outcome: &Outcome, after_failure: bool) {
        let mut counted = Counted::default();
        counted.add(trace);
        self.enter(outcome, after_failure, &counted);
        let mut hour = ledger::Hour::default();
        hour.add(outcome);
        if let Some((_, stretch)) = hour.take(Time::default()) {
            self.timeline.add(trace.first().hour().as_str(), &stretch);
        }
        self.show(trace, outcome, after_failure);
    }

    /// Counts sessions of one sort; their hours and examples apart.
    fn enter(&mut self, outcome: &Outcome, after_failure: bool, counted: &Counted) {
        let sessions = counted.sessions;
        self.sessions += sessions;
        let mut peer = PeerTally {
            name: (!outcome.name.is_empty()).then(|| (counted.named, outcome.name.clone())),
            side: Some(outcome.side),
            sessions,
            first: counted.first,
            last: counted.last,
            ..PeerTally::default()
        };
        let mut troubled = false;
        if let Some(agreed) = &outcome.agreed {
            *peer.negotiated.entry(agreed.version).or_default() += sessions;
            let suite = agreed.suite();
            *peer.suites.entry(suite.clone()).or_default() += sessions;
            *self.suites.entry((agreed.version, suite)).or_default() += sessions;
            troubled |= agreed.version.is_old();
            if self.suites.len() > Self::SIGNALS {
                self.suites.pop_last();
            }
        }
        if let Some(word) = &outcome.failed {
            *peer.failed.entry(word.clone()).or_default() += sessions;
            troubled = true;
        }
        if outcome.clear {
            peer.clear += sessions;
            troubled |= after_failure;
        }
        let peers = if troubled { &mut self.troubled } else { &mut self.sound };
        peers.add(&outcome.peer, &peer);
        for key in signal_keys(outcome, after_failure) {
            self.signals.entry(key).or_default().add(outcome.peer.direction, sessions);
        }
        self.bound_signals();
    }

    /// Keeps a session where one of its signals wants it as an example. From the place returned on, none of them
    /// wants one of this sort.
    fn show(
        &mut self,
        trace: &Trace,
        outcome: &Outcome,
        after_failure: bool,
    ) -> Option<(Time, SourceId, u64)> {
        let place = trace.place();
        let mut example = None;
        let mut enough = Some((Time::default(), SourceId(0), 0));
        for key in signal_keys(outcome, after_failure) {
            let examples = self.signals.entry(key).or_default();
            if examples.wants(&place) {
                examples.keep(Arc::clone(
                    example.get_or_insert_with(|| Arc::new(example_of(trace, outcome, place))),
                ));
            }
            enough = enough.zip(examples.enough()).map(|(one, other)| one.max(other));
        }
        self.bound_signals();
        enough
    }

    fn bound_signals(&mut self) {
        while self.signals.len() > Self::SIGNALS {
            self.signals.pop_last();
        }
    }

    fn merge(&mut self, other: &Self) {
        self.sessions += other.sessions;
        self.timeline.merge(&other.timeline);
        for (suite, count) in &other.suites {
            *self.suites.entry(suite.clone()).or_default() += count;
        }
        while self.suites.len() > Self::SIGNALS {
            self.suites.pop_last();
        }
        self.troubled.merge(&other.troubled);
        self.sound.merge(&other.sound);
        for (key, examples) in &other.signals {
            self.signals.entry(key.clone()).or_default().merge(examples);
        }
        while self.signals.len() > Self::SIGNALS {
            self.signals.pop_last();
        }
    }

    /// Every peer, those of both sorts together, and the sum of those that were not kept.
    #[must_use]
    pub fn peers(&self) -> (BTreeMap<PeerKey, PeerTally>, PeerTally) {
        let mut peers = self.troubled.kept.clone();
        for (key, count) in &self.sound.kept {
            peers.entry(key.clone()).or_default().merge(count);
        }
        let mut others = self.troubled.others.clone();
        others.merge(&self.sound.others);
        (peers, others)
    }

    /// Every signal with its examples, in a fixed order.
    pub fn signals(&self) -> impl Iterator<Item = (Direction, Side, &Signal, &Examples)> {
        self.signals.iter().map(|((direction, side, signal), examples)| (*direction, *side, signal, examples))
    }
}

/// What a session, and the failure before it, are counted under.
fn signal_keys(outcome: &Outcome, after_failure: bool) -> impl Iterator<Item = (Direction, Side, Signal)> {
    let fallback = (outcome.clear && after_failure).then_some(Signal::ClearAfterFailure);
    let (direction, side) = (outcome.peer.direction, outcome.side);
    outcome.signals.iter().cloned().chain(fallback).map(move |signal| (direction, side, signal))
}

fn example_of(trace: &Trace, outcome: &Outcome, place: (Time, SourceId, u64)) -> Example {
    Example {
        place,
        peer: outcome.peer.clone(),
        name: outcome.name.clone(),
        side: outcome.side,
        trace: trace.clone(),
    }
}

impl SmtpFacts {
    /// The longest a retry follows a failure.
    pub const RETRY_MILLISECONDS: i64 = 60_000;
    /// The most bytes of pieces that wait; sessions of which a piece came beyond that are counted as they are. A
    /// piece takes some kilobytes, and some dozens are open at a server's turn of the hour.
    const PIECES: usize = 12 << 20;
    /// The most failures and clear-text sessions that wait at the borders of a part.
    const BORDER: usize = 64;

    /// What a session that is over tells, and the sort it is of, for [`Self::session`]. Rows of it may still stand in
    /// `chunk`.
    pub fn sort(&mut self, trace: &mut Trace, chunk: &[u8]) -> (usize, Arc<Outcome>) {
        if self.ledger.is_full() {
            self.enter();
        }
        let sort = self.ledger.class(trace, chunk);
        let outcome = self.ledger.get(sort).map(|class| Arc::clone(&class.outcome));
        (sort, outcome.unwrap_or_else(|| Arc::new(Outcome::read(trace))))
    }

    /// Counts a session that lies whole in this part, right after its sort was asked for.
    ///
    /// `after_failure`: whether a handshake with the same peer failed right before it.
    pub fn session(&mut self, trace: &mut Trace, chunk: &[u8], sort: usize, after_failure: bool) {
        let hour = trace.first().hour();
        if self.ledger.hour.begin != hour
            && let Some((begin, stretch)) = self.ledger.hour.take(hour)
        {
            self.whole.timeline.add(begin.as_str(), &stretch);
        }
        let Some(class) = self.ledger.get(sort) else { return };
        let outcome = Arc::clone(&class.outcome);
        let Some(counted) = class.counted.get_mut(usize::from(after_failure)) else { return };
        counted.add(trace);
        if counted.enough.is_none_or(|enough| trace.place() < enough) {
            trace.settle(chunk);
            counted.enough = self.whole.show(trace, &outcome, after_failure);
        }
        self.ledger.hour.add(&outcome);
    }

    /// Enters what was counted into the tally. To be called when a log is over.
    pub fn enter(&mut self) {
        if let Some((begin, stretch)) = self.ledger.hour.take(Time::default()) {
            self.whole.timeline.add(begin.as_str(), &stretch);
        }
        for class in self.ledger.take() {
            for (after_failure, counted) in [false, true].into_iter().zip(&class.counted) {
                if counted.sessions > 0 {
                    self.whole.enter(&class.outcome, after_failure, counted);
                }
            }
        }
    }

    /// Keeps a piece of a session until its other piece is seen, or all is over.
    pub fn piece(&mut self, trace: Trace) {
        let weight = trace.weight() + size_of::<Trace>();
        if self.pieces_held + weight <= Self::PIECES {
            self.pieces_held += weight;
            self.pieces.push(trace);
        } else {
            let outcome = Outcome::read(&trace);
            self.whole.add(&trace, &outcome, false);
        }
    }

    /// A failure within reach of the end of the part.
    pub fn late_failure(&mut self, failure: Failure) {
        self.late_failures.push(failure);
    }

    /// Clear text within reach of the beginning of the part.
    pub fn early_clear(&mut self, trace: &Trace, outcome: &Outcome) {
        if self.early_clear.len() < Self::BORDER {
            self.early_clear.push(Arc::new(example_of(trace, outcome, trace.place())));
        }
    }

    /// Takes in what was read apart. In any order, and grouped in any way, the same comes out.
    pub fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.broken += other.broken;
        self.whole.merge(&other.whole);
        self.pieces.extend(other.pieces.iter().cloned());
        self.pieces_held += other.pieces_held;
        self.late_failures.extend(other.late_failures.iter().cloned());
        self.early_clear.extend(other.early_clear.iter().cloned());
        // Lists that wait have an order of their own, so that the same facts are the same bytes.
        crate::order::sort_by_key(&mut self.pieces, |piece| (piece.id(), piece.place()));
        crate::order::sort_by_key(&mut self.late_failures, |failure| (failure.place, failure.peer.clone()));
        crate::order::sort_by_key(&mut self.early_clear, |example| (example.place, example.peer.clone()));
    }

    /// Rewrites every place: sources get other numbers, and lines too, when parts read apart come together.
    pub fn move_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        let place = |place: &mut (Time, SourceId, u64)| {
            let span = Span { source: place.1, line: 0, start: place.2, end: place.2 };
            place.1 = to(span).source;
        };
        let example = |example: &mut Arc<Example>| {
            let example = Arc::make_mut(example);
            place(&mut example.place);
            example.trace.spans().for_each(|span| *span = to(*span));
        };
        self.whole.signals.values_mut().flat_map(|examples| &mut examples.kept).for_each(example);
        self.early_clear.iter_mut().for_each(example);
        self.pieces.iter_mut().flat_map(Trace::spans).for_each(|span| *span = to(*span));
        self.late_failures.iter_mut().for_each(|failure| place(&mut failure.place));
    }

    /// Joins the pieces and counts what they make. To be called when everything was read; may be called again.
    pub fn settle(&mut self) {
        self.settled = self.whole.clone();
        let mut failures = self.late_failures.clone();
        let mut clear = self.early_clear.clone();
        for trace in joined(self.pieces.clone()) {
            let outcome = Outcome::read(&trace);
            self.settled.add(&trace, &outcome, false);
            if outcome.failed.is_some() {
                failures.push(Failure::of(&trace, &outcome));
            } else if outcome.clear {
                clear.push(Arc::new(example_of(&trace, &outcome, trace.place())));
            }
        }
        for retry in clear {
            if failures.iter().any(|failure| failure.is_retried_by(&retry.trace, &retry.peer)) {
                let key = (retry.peer.direction, retry.side, Signal::ClearAfterFailure);
                let examples = self.settled.signals.entry(key).or_default();
                examples.add(retry.peer.direction, 1);
                examples.keep(retry);
            }
        }
    }

    /// What all sessions come to. Complete after [`Self::settle`].
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.settled
    }

    /// How many sessions were seen.
    #[must_use]
    pub fn sessions(&self) -> u64 {
        self.settled.sessions
    }
}

/// A failed handshake, remembered for the clear text that may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// With whom.
    pub peer: PeerKey,
    place: (Time, SourceId, u64),
    /// When its session ended.
    pub last: Time,
}

impl Failure {
    /// Of a session whose handshake failed.
    #[must_use]
    pub fn of(trace: &Trace, outcome: &Outcome) -> Self {
        Self { peer: outcome.peer.clone(), place: trace.place(), last: trace.last() }
    }

    /// Whether a session with `peer` follows it within a minute.
    #[must_use]
    pub fn is_retried_by(&self, retry: &Trace, peer: &PeerKey) -> bool {
        self.peer == *peer
            && match (retry.first().milliseconds(), self.last.milliseconds()) {
                (Some(begin), Some(end)) => (0..=SmtpFacts::RETRY_MILLISECONDS).contains(&(begin - end)),
                // Rows without a time, in a paste: the order is all there is.
                _ => self.place < retry.place(),
            }
    }
}

/// Joins pieces of the same session: first those of one input, then across inputs. Otherwise, where one log is given
/// twice, its parts would be joined crosswise.
fn joined(mut pieces: Vec<Trace>) -> Vec<Trace> {
    crate::order::sort_by_key(&mut pieces, |piece| {
        let (time, source, start) = piece.place();
        (piece.direction, piece.id(), piece.connector(), source, time, start)
    });
    let mut sessions = join_neighbours(pieces, |one, other| one.place().1 == other.place().1);
    crate::order::sort_by_key(&mut sessions, |piece| {
        (piece.direction, piece.id(), piece.connector(), piece.place())
    });
    join_neighbours(sessions, |_, _| true)
}

/// Joins each piece that has no end with the next that has no beginning.
fn join_neighbours(pieces: Vec<Trace>, may: impl Fn(&Trace, &Trace) -> bool) -> Vec<Trace> {
    let mut sessions: Vec<Trace> = Vec::new();
    for piece in pieces {
        match sessions.pop() {
            Some(earlier)
                if same_session(&earlier, &piece)
                    && !earlier.ended()
                    && !piece.begun
                    && may(&earlier, &piece) =>
            {
                sessions.push(earlier.join(&piece));
            }
            Some(earlier) => sessions.extend([earlier, piece]),
            None => sessions.push(piece),
        }
    }
    sessions
}

impl Tally {
    /// The examples of the signals that `wanted` picks, those of all sides and words together: how many
    /// sessions, and the first few.
    pub fn find(&self, mut wanted: impl FnMut(Direction, Side, &Signal) -> bool) -> Examples {
        let mut found = Examples::default();
        for (direction, side, signal, examples) in self.signals() {
            if wanted(direction, side, signal) {
                found.merge(examples);
            }
        }
        found
    }

    /// Every session that was kept to be shown, each once, in the order of their places.
    #[must_use]
    pub fn examples(&self) -> Vec<Arc<Example>> {
        let mut examples: Vec<Arc<Example>> =
            self.signals.values().flat_map(|examples| examples.kept.iter().cloned()).collect();
        crate::order::sort_by_key(&mut examples, |example| example.place);
        examples.dedup_by(|one, other| one.place == other.place && one.peer == other.peer);
        examples
    }

    /// The words of failed handshakes, and how many sessions each ended.
    #[must_use]
    pub fn failure_words(&self) -> BTreeMap<&str, u64> {
        let mut words = BTreeMap::new();
        for (_, _, signal, examples) in self.signals() {
            if let Signal::HandshakeFailed(word) = signal {
                *words.entry(word.as_str()).or_default() += examples.count;
            }
        }
        words
    }
}

wire_struct!(PeerTally { name, side, sessions, negotiated, suites, clear, failed, first, last });
wire_struct!(Peers { kept, others });
wire_struct!(Tally { sessions, timeline, suites, troubled, sound, signals });
wire_struct!(Failure { peer, place, last });

impl Wire for SmtpFacts {
    fn put(&self, out: &mut Vec<u8>) {
        self.rows.put(out);
        self.broken.put(out);
        self.whole.put(out);
        self.pieces.put(out);
        self.late_failures.put(out);
        self.early_clear.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (rows, broken, whole) = (Wire::take(from)?, Wire::take(from)?, Wire::take(from)?);
        let pieces: Vec<Trace> = Wire::take(from)?;
        Some(Self {
            rows,
            broken,
            whole,
            pieces_held: pieces.iter().map(|piece| piece.weight() + size_of::<Trace>()).sum(),
            pieces,
            late_failures: Wire::take(from)?,
            early_clear: Wire::take(from)?,
            ledger: Ledger::default(),
            settled: Tally::default(),
        })
    }
}
