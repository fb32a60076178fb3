//! Sessions that tell the same, counted together before they are entered into the tally.
//!
//! A server repeats itself: of a million sessions a few hundred differ in what they tell. Reading an outcome out
//! of a session takes a dozen small texts, and entering it into the tally as many searches; recognising a session
//! by the bytes that decide takes a tenth of both. Memory is bounded by the number of sorts that are kept at once.

use crate::bytes;
use crate::fact::smtp::signal::{Outcome, TlsVersion};
use crate::fact::smtp::timeline::Stretch;
use crate::fact::smtp::trace::{Step, Time, Trace};
use crate::span::SourceId;
use crate::vocabulary::Direction;
use std::sync::Arc;

/// The sorts of sessions met since the ledger was last emptied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ledger {
    classes: Vec<Class>,
    /// A hash table from keys to places in `classes`, one more than they are; 0 is free.
    cells: Vec<u32>,
    /// The key being looked up: kept for its memory.
    key: Vec<u8>,
    pub(super) hour: Hour,
}

/// One sort of session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Class {
    hash: u64,
    key: Vec<u8>,
    pub(super) outcome: Arc<Outcome>,
    /// Those without and those with a failed handshake right before them.
    pub(super) counted: [Counted; 2],
}

/// What is counted of one sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) sessions: u64,
    pub(super) first: Option<Time>,
    pub(super) last: Option<Time>,
    /// The earliest time the name was read.
    pub(super) named: Time,
    /// Sessions from here on are no examples any more; `None`: any may be one.
    pub(super) enough: Option<(Time, SourceId, u64)>,
}

impl Counted {
    /// Counts one session.
    pub(super) fn add(&mut self, trace: &Trace) {
        let (first, last) = (trace.first(), trace.last());
        if self.sessions == 0 || first < self.named {
            self.named = first;
        }
        self.sessions += 1;
        if !first.is_empty() && self.first.is_none_or(|known| first < known) {
            self.first = Some(first);
        }
        if !last.is_empty() && self.last.is_none_or(|known| last > known) {
            self.last = Some(last);
        }
    }
}

/// The sessions of the hour that was met last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hour {
    pub(super) begin: Time,
    sessions: u64,
    negotiated: [u64; TlsVersion::ALL.len()],
    clear: u64,
    failed: u64,
}

impl Hour {
    /// Counts one session.
    pub(super) fn add(&mut self, outcome: &Outcome) {
        self.sessions += 1;
        self.clear += u64::from(outcome.clear);
        self.failed += u64::from(outcome.failed.is_some());
        if let Some(agreed) = &outcome.agreed
            && let Some(count) = self.negotiated.get_mut(agreed.version as usize)
        {
            *count += 1;
        }
    }

    /// What was counted, where anything was; begins anew.
    pub(super) fn take(&mut self, next: Time) -> Option<(Time, Stretch)> {
        let hour = std::mem::replace(self, Self { begin: next, ..Self::default() });
        let versions = TlsVersion::ALL.into_iter().zip(hour.negotiated);
        let stretch = Stretch {
            sessions: hour.sessions,
            negotiated: crate::order::map_of(versions.filter(|(_, count)| *count > 0)),
            clear: hour.clear,
            failed: hour.failed,
        };
        (hour.sessions > 0).then_some((hour.begin, stretch))
    }
}

impl Ledger {
    /// The most sorts kept at once. Where every session is of its own, as with refusals that carry an id, this
    /// many are entered together.
    const CLASSES: usize = 2048;

    /// Whether a session of another sort needs room made first.
    pub(super) fn is_full(&self) -> bool {
        self.classes.len() >= Self::CLASSES
    }

    /// The sort of a session, some rows of which may still stand in `chunk`.
    pub(super) fn class(&mut self, trace: &mut Trace, chunk: &[u8]) -> usize {
        self.key.clear();
        write_key(trace, chunk, &mut self.key);
        let hash = hash(&self.key);
        if self.cells.is_empty() {
            self.cells = vec![0; Self::CLASSES * 2];
        }
        let mask = self.cells.len() - 1;
        let mut at = usize::try_from(hash >> 40).unwrap_or(0) & mask;
        while let Some(place) = self.cells.get(at).and_then(|cell| cell.checked_sub(1)) {
            let place = place as usize;
            if self
                .classes
                .get(place)
                .is_some_and(|class| class.hash == hash && bytes::same(&class.key, &self.key))
            {
                return place;
            }
            at = (at + 1) & mask;
        }
        trace.settle(chunk);
        self.classes.push(Class {
            hash,
            key: self.key.clone(),
            outcome: Arc::new(Outcome::read(trace)),
            counted: Default::default(),
        });
        if let Some(cell) = self.cells.get_mut(at) {
            *cell = u32::try_from(self.classes.len()).unwrap_or(0);
        }
        self.classes.len() - 1
    }

    /// The sort at this place.
    pub(super) fn get(&mut self, class: usize) -> Option<&mut Class> {
        self.classes.get_mut(class)
    }

    /// Gives out all sorts.
    pub(super) fn take(&mut self) -> Vec<Class> {
        self.cells = Vec::new();
        self.key = Vec::new();
        std::mem::take(&mut self.classes)
    }
}

/// Writes what [`Outcome::read`] reads of a session, or more than that: sessions of one key have one outcome.
fn write_key(trace: &Trace, chunk: &[u8], key: &mut Vec<u8>) {
    /// Steps whose words decide.
    const READ: [Step; 8] = [
        Step::Negotiated,
        Step::Failed,
        Step::End,
        Step::StarttlsRefused,
        Step::Refused,
        Step::ChainStatus,
        Step::ConnectFailed,
        Step::RemoteCertificate,
    ];
    let mut write = |part: &[u8]| {
        key.extend_from_slice(&u16::try_from(part.len()).unwrap_or(u16::MAX).to_le_bytes());
        key.extend_from_slice(part);
    };
    write(&trace.steps_taken().to_le_bytes());
    let (connector, remote) = trace.ends();
    write(connector);
    write(host_of(remote));
    let names: &[(Step, usize)] = match trace.direction {
        Direction::Inbound => &[(Step::Ehlo, 4)],
        Direction::Outbound | Direction::Both | Direction::Unknown => {
            &[(Step::Banner, 3), (Step::EhloAnswer, 4)]
        }
    };
    write(trace.direction.word().as_bytes());
    for (step, skip) in names {
        write(trace.columns_in(chunk, *step).map_or(&[], |(data, _)| first_word(data, *skip)));
    }
    for step in READ {
        if let Some((data, context)) = trace.columns_in(chunk, step) {
            write(data);
            write(context);
        }
    }
}

/// An endpoint without its port, or all of it where that is not plain.
fn host_of(endpoint: &[u8]) -> &[u8] {
    let Some(colon) = memchr::memrchr(b':', endpoint) else { return endpoint };
    let host = endpoint.get(..colon).unwrap_or_default();
    if host.ends_with(b"]") || !host.contains(&b':') { host } else { endpoint }
}

/// The first word behind the code, or all of it where it holds characters beyond ASCII.
fn first_word(data: &[u8], skip: usize) -> &[u8] {
    let text = data.get(skip..).unwrap_or_default();
    // Nearly always there is one blank before it and another behind it.
    let word = text.get(1..).filter(|_| text.first() == Some(&b' '));
    if let Some(word) = word
        && let Some(end) = bytes::find(b' ', word)
        && let Some(word) = word.get(..end)
        && !word.is_empty()
        && word.iter().all(u8::is_ascii_graphic)
        && text.is_ascii()
    {
        return word;
    }
    if !text.is_ascii() {
        return text;
    }
    let blank = |byte: &u8| matches!(byte, 9..=13 | 32);
    let begin = text.iter().position(|byte| !blank(byte)).unwrap_or(text.len());
    let text = text.get(begin..).unwrap_or_default();
    let end = text.iter().position(blank).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Eight bytes at a step; nobody gains by making sorts collide, a search is all it costs.
fn hash(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut tail = [0; 8];
    for (to, from) in tail.iter_mut().zip(rest) {
        *to = *from;
    }
    let words = chunks.iter().chain([&tail]).map(|chunk| u64::from_le_bytes(*chunk));
    words.fold(bytes.len() as u64, |hash, word| {
        (hash.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_does_not_make_another_sort_and_an_address_does() {
        assert_eq!(host_of(b"203.0.113.25:25"), b"203.0.113.25");
        assert_eq!(host_of(b"[2001:db8::1]:25"), b"[2001:db8::1]");
        assert_eq!(host_of(b"2001:db8::1"), b"2001:db8::1");
        assert_eq!(host_of(b""), b"");
    }

    #[test]
    fn the_name_is_the_first_word() {
        assert_eq!(first_word(b"220 mx.example ready at noon", 3), b"mx.example");
        assert_eq!(first_word("250 mx.example Añb".as_bytes(), 4), "mx.example Añb".as_bytes());
        assert_eq!(first_word(b"22", 3), b"");
    }
}
